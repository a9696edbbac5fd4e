"""Invented names, heads and signatures of local news, to dress real paragraphs in while composing practice pages."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_PLACES = (
    "云南楚雄州", "江西新余市", "山东寿光市", "浙江嘉兴市", "陕西陇县", "重庆合川区", "天津南开区", "湖南省",
    "四川省阆中市", "广西贺州市", "甘肃岷县", "福建宁化县", "辽宁朝阳市", "西安市雁塔区", "河北张家口市",
    "贵州赤水市", "青岛市市南区", "大连市", "西藏自治区", "宁夏回族自治区", "江苏无锡", "武汉市新洲区",
    "广东江门市", "安徽寿县", "山西代县", "吉林通化市", "黑龙江伊春市", "海南琼海市", "内蒙古赤峰市", "新疆昌吉州",
    "青海海东市", "上海静安区", "北京朝阳区", "河南漯河市源汇区",
)  # fmt: skip
_SHORT_PLACES = (
    "张掖", "白银", "渭源", "庄浪", "民勤", "金昌", "天水", "西和", "宜春", "临沂", "绵阳", "遵义", "曲靖", "柳州",
    "汕尾", "泰州", "阜阳", "襄阳", "衡阳", "延安",
)  # fmt: skip
_TOPICS = (
    "乡村振兴", "营商环境", "特色产业", "文旅融合", "数字经济", "养老服务", "停车难", "物流发展", "食品安全",
    "基层治理", "生态保护", "招商引资", "职业教育", "文化中心建设", "县域经济", "制造业升级", "社区食堂",
    "农业节水", "中医药传承", "老旧小区改造", "预制菜产业", "电商发展", "医疗服务", "古城保护", "种业振兴",
    "小店经济", "绿色金融", "水环境治理", "民营经济", "科技创新", "春耕生产", "校园安全",
)  # fmt: skip
_ACTS = (
    "专题协商{t}", "助力{t}", "调研{t}", "建言{t}", "开展{t}民主监督", "督办{t}重点提案", "为{t}献计出力",
    "聚焦{t}议政建言", "召开{t}座谈会", "视察{t}", "召开常委会会议", "召开党组(扩大)会议", "主席会议成员赴基层宣讲",
    "开展义诊活动", "常委会会议协商{t}", "推动{t}取得实效",
)  # fmt: skip
_PHOTO_TITLES = (
    "助力{t}", "开展“三送”活动", "调研{t}", "为{t}把脉", "义诊进乡村", "委员送课进校园", "走进田间地头",
    "春耕备耕忙", "关注{t}", "视察{t}", "微宣讲进社区", "送春联下乡", "爱心捐赠暖人心", "书画展开幕", "学习体验{t}",
)  # fmt: skip
_SECTIONS = (
    "委员履职·{t}",
    "协商议政·一线",
    "专题·{t}",
    "政协工作动态", "地方政协在行动", "委员风采", "助力经济社会发展", "促进高质量发展", "基层传真", "履职在线",
    "各地简讯", "图片新闻", "协商进行时", "提案追踪", "建言资政", "委员心声", "学习贯彻会议精神", "聚焦{t}",
    "关注{t}", "情系民生", "深化改革进行时",
)  # fmt: skip
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀英华平刚桂兰燕玲丹萍鹏辉斌宇浩凯健俊帆雪琳佳婷志国文建海波宁东晓春"
    "红梅林峰云飞龙新生成永庆德福瑞嘉欣怡然子涵一诺思远"
)
_SERIES = (
    "小记", "纪实", "侧记", "记事", "综述", "小记", "纪实",
)  # fmt: skip
_SUBHEADS = (
    "走{t}之路", "让{t}更有温度", "凝聚{t}合力", "创新机制 推动{t}", "看全局——{t}迈出新步伐", "建言{t} 服务发展",
    "补齐{t}短板",
)  # fmt: skip


_WHEN = ("日前", "近日", "连日来", "8月17日", "6月26日", "前不久", "12月2日上午", "近期")  # fmt: skip
_SPEAKERS = (
    "{n}委员认为",
    "{n}委员建议",
    "市政协委员{n}说",
    "县政协主席{n}指出",
    "区政协副主席{n}介绍",
    "{b}相关负责人表示",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """What an invented article is about: the place, the topic and what the body did."""

    place: str
    topic: str
    act: str

    @property
    def body(self) -> str:
        """The name of the body."""
        return f"{self.place}政协"


class HeadMaker:
    """Makes up heads, names and signatures; every choice comes from the given source of chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def person(self) -> str:
        """Return a made-up name of two or three characters."""
        given = self._chance.choice(_GIVEN)
        return (
            self._chance.choice(_SURNAMES)
            + given
            + (self._chance.choice(_GIVEN) if self._chance.random() < 0.7 else "")
        )

    def people(self, most: int) -> str:
        """Return one to ``most`` names divided by spaces."""
        return " ".join(self.person() for _ in range(self._chance.randint(1, most)))

    def theme(self) -> Theme:
        """Return what an article shall be about."""
        topic = self._chance.choice(_TOPICS)
        return Theme(self._chance.choice(_PLACES), topic, self._chance.choice(_ACTS).replace("{t}", topic))

    def local_body(self, theme: Theme) -> str:
        """Return a head line that says which body did what."""
        return f"{theme.body}{theme.act}"

    def opening(self, theme: Theme) -> str:
        """Return the first words of a piece of news: when and which body did what."""
        return f"{self._chance.choice(_WHEN)}，{theme.body}{theme.act}。"

    def aside(self, theme: Theme) -> str:
        """Return words to put before a paragraph: who speaks, or what it is about."""
        if self._chance.random() < 0.4:
            return self._chance.choice((f"围绕{theme.topic}，", f"在{theme.place}，", f"据了解，{theme.body}"))
        speaker = self._chance.choice(_SPEAKERS).replace("{n}", self.person()).replace("{b}", theme.body)
        return f"{speaker}，"

    def short_body(self) -> str:
        """Return the bare name of a body, as some kickers are."""
        return self._chance.choice(_SHORT_PLACES) + self._chance.choice(("市政协", "县政协", "区政协"))

    def deck(self, theme: Theme) -> str:
        """Return a deck below a feature's headline, mostly behind a dash."""
        dash = "——" if self._chance.random() < 0.75 else ""
        return f"{dash}{self.local_body(theme)}{self._chance.choice(_SERIES)}"

    def photo_title(self, theme: Theme) -> str:
        """Return the title of a photo."""
        return self._chance.choice(_PHOTO_TITLES).replace("{t}", theme.topic)

    def section(self) -> str:
        """Return a banner over several articles."""
        return self._filled(_SECTIONS)

    def subhead(self, theme: Theme) -> str:
        """Return a headline to stand inside a text."""
        return self._chance.choice(_SUBHEADS).replace("{t}", theme.topic)

    def byline(self) -> str:
        """Return a byline that stands below the headline."""
        ours, theirs = f"本报记者 {self.people(2)}", f"通讯员 {self.people(3)}"
        return self._chance.choice((ours, f"{ours} {theirs}", f"{theirs} {ours}", f"{self.person()} {ours}"))

    def dateline(self) -> str:
        """Return a dateline with or without names."""
        place = self._chance.choice(_SHORT_PLACES)
        ours, theirs = f"记者 {self.people(2)}", f"通讯员 {self.people(3)}"
        return self._chance.choice(
            (
                f"本报讯({ours} {theirs})",
                f"本报讯({ours})",
                f"本报讯({theirs} {ours})",
                f"本报讯({self.people(2)} {ours})",
                f"本报{place}讯(通讯员{self.person()})",
                f"本报{place}讯",
                "本报讯",
            )
        )

    def closing(self) -> str:
        """Return names in brackets at the end of a text."""
        return f"({self.people(2)})"

    def credit(self) -> str:
        """Return a photo credit."""
        return self._chance.choice(
            (
                f"{self.people(2)} 摄",
                f"{self.person()} 摄",
                f"通讯员 {self.person()} 摄影报道",
                f"本报记者 {self.person()} 摄",
            )
        )

    def _filled(self, forms: tuple[str, ...]) -> str:
        return self._chance.choice(forms).replace("{t}", self._chance.choice(_TOPICS))
