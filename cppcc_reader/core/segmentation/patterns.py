"""The fixed forms of newspaper Chinese: datelines, bylines, credits, notes, folio lines.

All patterns work on text folded by :func:`folded`, which keeps every position.
"""

from __future__ import annotations

import re

import numpy as np

_HALF = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
# Frequent traditional characters, so that 本報訊 and 記者攝 are known; each line pairs them with the simplified ones.
_TRADITIONAL = (
    "報訊記員攝電編責轉據華聞網導點圖為國會議長區縣黨產業經濟發會開關對這個們來時過還進動務機構設實現問題見調視協商談論講說話讓請認識議"
    "領導幹軍隊學習教師醫藥農村鄉鎮場廠車輛運輸鐵路橋樑東風雲語書畫詩頁專題總結統計數據標準價錢銀錶財稅貿易資訊購買賣費億萬歲親愛戀"
    "張陳劉楊趙黃吳孫馬鄧許謝韓馮蕭葉呂蘇盧蔣賈鄒陸龍錢湯賴龔門間聽聲體氣溫熱災難險傷亡戰爭勝負競賽獎勵榮譽優勢環境綠樹園廣闊寬"
)
_SIMPLIFIED = (
    "报讯记员摄电编责转据华闻网导点图为国会议长区县党产业经济发会开关对这个们来时过还进动务机构设实现问题见调视协商谈论讲说话让请认识议"
    "领导干军队学习教师医药农村乡镇场厂车辆运输铁路桥梁东风云语书画诗页专题总结统计数据标准价钱银表财税贸易资讯购买卖费亿万岁亲爱恋"
    "张陈刘杨赵黄吴孙马邓许谢韩冯萧叶吕苏卢蒋贾邹陆龙钱汤赖龚门间听声体气温热灾难险伤亡战争胜负竞赛奖励荣誉优势环境绿树园广阔宽"
)
_FOLD = {
    **_HALF,
    **{ord(left): ord(right) for left, right in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)},
    **dict.fromkeys((0x3000, 0xA0, 0x2009), 0x20),
    ord("「"): ord("“"),
    ord("」"): ord("”"),
}
_FOLD_SIZE = 0x10000
_FOLD_TABLE = np.arange(_FOLD_SIZE, dtype=np.uint32)
_FOLD_TABLE[list(_FOLD.keys())] = list(_FOLD.values())

HAN = "\u4e00-\u9fff\u3400-\u4dbf"
TERMINALS = frozenset("。!?…")
CLOSERS = frozenset('”’」』)》〉】"')
OPENERS = frozenset("“‘「『(《〈【")


def folded(text: str) -> str:
    """Return ``text`` with half-width forms and frequent characters simplified; same length, same positions."""
    chars = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    low = np.minimum(chars, _FOLD_SIZE - 1)
    return np.where(chars < _FOLD_SIZE, _FOLD_TABLE[low], chars).tobytes().decode("utf-32-le", "surrogatepass")


DATELINE = re.compile(
    rf"(?:据)?(?:本报|新华社|中新社|中新网|人民网|人民政协网|[{HAN}]{{2,5}}(?:社|报|网))(?:[{HAN}·]{{0,8}}?)"
    r"(?:\d{1,2}月\d{1,2}日|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)?"
    r"(?:讯(?!员)|电(?![话视力影商子动脑网站池台梯费价信缆])|消息)"
    r"(?:[ \t]*\([^()\n]{1,80}\))?(?=[ \t]|$|[^,。、;:!?的])"
)
NOTE = re.compile(
    r"\((?:上?接|下?转|紧?接|续)[^()\n]{0,6}?第?[ ]?[A-Za-z]?[一二三四五六七八九十\d]{1,3}[ ]?版[^()\n]{0,12}\)"
)
NOTE_FROM = re.compile(r"\((?:上?接|紧接|续)")
CLOSING_NAMES = re.compile(rf"\([{HAN}·]{{2,6}}(?:[ 、,][{HAN}·]{{1,6}}){{0,5}}\)$")
CLOSING_CREDIT = re.compile(r"\([^()\n]{2,40}(?:采写|采访整理|整理|报道|编译|改编)\)$")
CREDIT = re.compile(
    rf"(?:以上|本版|本组)(?:图片|照片)均?(?:由|为)[{HAN}]{{1,28}}提供[。]?$|"
    rf"(?:(?:以上|本版|本组|均|图片|照片)*[图片照]*(?:由|均为|为)?)?"
    rf"(?:(?:新华社|本报|人民日报|中新社|特约|实习)*(?:记者|通讯员|摄影师|摄影)?[ :]?)*"
    rf"[{HAN}·A-Za-z《》 、/]{{1,28}}?[ ]?(?:摄影报道|摄影|摄|供图|图/文|文/图)"
    r"(?:[ ]?\([^()\n]{1,14}\))?[。]?$"
)
PAREN_CREDIT = re.compile(r"\([^()\n]{0,24}(?:摄|摄影报道|摄影|供图|新华社发|影像中国|人民视觉|传真照片)\)$")
BYLINE_WORD = re.compile(
    r"(?:本报|特约|通讯|新华社|人民日报|报社)?(?:见习|实习|特派|驻[一-龥]{2,6})?(?:记者|通讯员|评论员|撰稿人?)"
)
NAMES_ONLY = re.compile(rf"[{HAN}](?:[ ]?[{HAN}]){{1,3}}(?:[ 、,/][{HAN}](?:[ ]?[{HAN}]){{1,3}}){{0,7}}$")
EDITOR_LINE = re.compile(
    r"(?:本版|本期|责任|执行|值班)?(?:责编|编辑|主编|责任编辑|美编|版式|版式设计|校对|组版|检校)[ ]?[::/ ][^。]{0,60}$"
)
FOLIO = re.compile(
    r"(?:第?[A-Za-z]?\d{1,2}版[^。]{0,20}|"
    r"[^。,]{0,12}\d{4}年\d{1,2}月\d{1,2}日[ ]*(?:星期[一二三四五六日天])?[^。,]{0,16}|\d{1,3})$"
)
SECTION_WORD = re.compile(
    r"(?:工作动态|动态|简讯|要闻|速览|传真|短波|扫描|之窗|在行动|在线|风采|见闻|亮点|图片新闻|综合新闻|集锦|快讯|广角|天地|"
    r"论坛|专栏|之声|资讯|看台|视窗|前沿|纵横|掠影|采风|点击|播报|速递|进行时|专版|特刊|副刊|专题)$"
)
DECK_END = re.compile(r"(?:小记|侧记|纪实|记事|综述|述评|纪略|扫描|掠影|观察|速写|见闻|散记|印象)$")
PLACE_OR_BODY = re.compile(r"[省市县区州盟旗镇乡]|政协|人大|委员会|党组|部门|总局|办公厅|国务院|法院|检察院")
CAPTION_CUE = re.compile(r"(?:^图[为①②③④⑤⑥⑦⑧1-9一二三:]|图为|[左右上下]图|\([左右中前后][^)]{0,4}\)|资料照片|图片)")
DATE_LEAD = re.compile(
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|近日|日前|连日来|近期|最近|今年|去年|昨[日天]|今[日天]|当地时间|近年来|前不久|眼下"
)
PLACE_NEXT = re.compile(
    rf"[,上下中晚午]{{0,3}}[{HAN}]{{2,9}}?(?:省|自治区|市|县|区|州|盟|旗)[{HAN}]{{0,14}}?"
    r"(?:政协|人大|政府|委员会|党委|法院|检察院|公安局|街道|镇|乡|村|社区)"
)
SPEECH_END = re.compile(r"(?:说|表示|介绍|认为|指出|强调|建议|告诉记者|称|道|透露|回忆)[::]$")
LIST_HEAD = re.compile(
    r"(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d{1,2}[.、)]|[①-⑳]|"
    r"第[一二三四五六七八九十]+[,、 ]|[■●▲★◆□○·])"
)
