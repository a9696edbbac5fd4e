"""Names of bodies as these pages form them: a place or level, then 政协, 委, 政府 or 局, then committees and groups."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cppcc_reader.core.tagging.candidate import ORG, Candidate, Rank
from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.core.tagging.shadow import HAN, PLACES, REGION, STAND_IN

# 全区政协, 大湾区政协 and 各区县政协 hold no level of their own.
_LEVEL = (
    "(?:(?<![全各该湾辖校城园社山军战防])(?:自治区|自治州|自治县|特区|省|市|(?<![省市区州])县|区|州|旗|盟)"
    "(?![级内外情直容场民])|全国)"
)
_WHOSE = f"(?:{PLACES}{_LEVEL}?|{_LEVEL})"
_TERM = "第[一二三四五六七八九十0-9]+届"

_COMMITTEE_SUBJECT = (
    "提案和法制|提案法制|提案|经济科技|经济和农业|经济|农业和农村|农业农村|农业|人口资源环境|人资环|资源环境|"
    "教科卫体|科教卫体|教科文卫体|教科卫|教卫体|社会和法制|社会法制|社法|法制|民族和宗教|民族宗教|民宗|"
    "港澳台侨和外事|港澳台侨外事|港澳台侨|外事|文化文史和学习|文化文史学习|文化文史|文史和学习|文史学习|文史资料|文史|"
    "学习和文史|学习文史|学习|委员联络|委员工作|委员学习|联络|联谊|城乡建设和人口资源环境|城乡建设|城建环资|城建环保|城建|"
    "环资|人资环城建|经科|经农|农经|工商经济|科技|科教|教文卫体|教育文化卫生体育|民族宗教和港澳台侨|民宗和港澳台侨|"
    "三胞|祖国统一|港澳台侨和民宗|民生|应用型智库"
)
_COMMITTEE = f"(?:(?:{_COMMITTEE_SUBJECT})(?:工作)?(?:委员会|委(?!员)))"
_BRANCH = "(?:(?:功能型|功能性|临时|机关)?党(?:支部|总支|小组))"
_CPPCC_PART = (
    "(?:党组(?!织)(?:理论学习中心组)?|机关党组|机关党委|办公厅|办公室|研究室|常委会(?!会议)|书画院|文史馆|"
    f"{_COMMITTEE}{_BRANCH}?|[{HAN}]{{2,5}}?(?:工作部|处|科)(?=主任|部长|处长|科长|副))"
)
_PARTY_PART = (
    "(?:统战部|组织部|宣传部|办公室|办公厅|政法委(?:员会)?|网信办|编办|党校|政研室|政策研究室|改革办|老干部局|"
    "社会工作部|巡察办|台办|农办|党史研究室|直属机关工委)"
)
_MINOR_PARTY = "(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)"
_MINOR_PARTY_PART = "(?:工作)?(?:委员会|委会|委(?!员)|总支|支部)"
_OFFICE = (
    "(?:人民政府|政府|人大常委会|人大|纪委监委|纪委|监委|纪检监察组|工商联|总工会|妇联|科协|侨联|文联|残联|团委|台联|"
    "社科联|作协|红十字会|贸促会|中级人民法院|高级人民法院|人民法院|法院|人民检察院|检察院|发展和改革委员会|发展改革委|"
    "发改委|卫健委|卫生健康委|国资委|住建委|经信委|农委|交警大队|交警支队|消防救援大队|消防救援支队|管委会|税务局|气象局)"
)
# Characters that a name of a body hardly holds: they are words between names.
_LINKS = "的和与在是有对为把将了等及到从就也都以召组赴开区县市第已向被让使并而但请说讯电报这那之"
_LETTER = f"(?:[中高]等|市(?=场|政|容)|(?![{_LINKS}]|部分|有关|相关|多家|数家|各级)[{HAN}])"
_NAME = f"(?:{_LETTER}|[{STAND_IN}]|[(（][^()（）\n]{{1,10}}[)）])"
# 新局, 格局, 布局 are no bureaus; 局长 and 局面 neither.
_BUREAU_END = "(?<![新格开结布全大定僵破困时战棋变当])(?<![事客展大餐歌门舞音](?=厅))(?:局|厅)(?![长面势部级里限域])"
_BUREAU = f"{_LETTER}{{1,9}}?{_BUREAU_END}"
_BUREAU_PART = (
    "(?:(?:交警|交通警察|巡警|刑警|治安)(?:大队|支队)|党组(?=书|副|成)|党委(?=书|副)|"
    f"[{HAN}]{{1,5}}?(?:科|处|股|室)(?=[科处股主副]|[^{HAN}]))"
)
_SUFFIX = (
    "(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|总公司|分公司|公司|集团|药业|实业|置业|酒业|矿业|重工|控股|"
    "专业合作社|合作社|大学|学院|学校|中学|小学|幼儿园|医院|卫生院|研究院|研究所|研究中心|协会|商会|学会|研究会|联合会|"
    "联谊会|促进会|基金会|街道办事处|办事处|服务中心|中心|博物馆|图书馆|文化馆|纪念馆|银行(?!业|保险)|支行|分行|派出所|交警大队|"
    "工作队|电视台|日报社|报社|党校|委员会|管委会|管理局|居委会|村委会|党支部|党委(?!书|副)|工委|党工委)"
)
_BANK = "(?:(?:人民|工商|农业|建设|农业发展|邮政储蓄|交通|招商)银行|中国银行)"
# Bodies that need no more than a level before them: 市电商协会.
_OWN_BODY = "(?:协会|商会|联合会|促进会|学会|研究会|慈善会|服务中心|职业学校)"
_CPPCC_BODY = "(?:工作队|服务队|联络中心|联络站|工作站|工作室|书画院|会客厅)"

_PATTERNS: tuple[tuple[str, float, str, Rank], ...] = (
    (f"{_WHOSE}政协{_CPPCC_PART}?", 0.985, "某地政协", Rank.CERTAIN),
    (f"{_WHOSE}政协{_NAME}{{2,12}}?委员会(?!客厅)", 0.9, "政协专门委员会", Rank.CERTAIN),
    (
        f"(?:{_WHOSE}|{REGION}|(?<!个))政协(?:办公厅|办公室)?{_NAME}{{0,12}}?{_CPPCC_BODY}",
        0.85,
        "政协下属机构",
        Rank.CERTAIN,
    ),
    (f"(?:政协)?{_LETTER}{{2}}委员会客厅", 0.8, "委员会客厅", Rank.WHOLE_NAME),
    (f"(?:中国人民)?政协{_WHOSE}(?:{_TERM})?委员会(?:常务委员会)?", 0.97, "政协全称", Rank.CERTAIN),
    (f"(?:中国人民)?政协{_TERM}{_WHOSE}委员会(?:常务委员会)?", 0.97, "政协全称", Rank.CERTAIN),
    (f"(?:人民)?政协(?:党组(?!织)|{_COMMITTEE})?(?!委员(?!会))", 0.965, "政协", Rank.CERTAIN),
    (f"(?:中共)?(?<!团){_WHOSE}党?委(?![员托派任屈婉以会组室]){_PARTY_PART}?", 0.97, "党委", Rank.CERTAIN),
    (f"(?:{PLACES})?团[省市县区州]委", 0.95, "团委", Rank.CERTAIN),
    (f"(?:中国)?{_BANK}{PLACES}(?:[{HAN}]{{2,4}})?(?:分行|中心支行|支行)", 0.93, "银行分支", Rank.CERTAIN),
    (f"{_WHOSE}党?委、(?P<name>政府)", 0.8, "党委、政府", Rank.ORDINARY),
    (f"(?!全国){_WHOSE}{_PARTY_PART}", 0.8, "党委部门", Rank.ORDINARY),
    (f"{_WHOSE}{_OFFICE}(?:党组|党委(?=书|副)|办公室|办公厅)?", 0.94, "地方机关", Rank.CERTAIN),
    (f"{_WHOSE}{_BUREAU}{_BUREAU_PART}?", 0.88, "某地某局", Rank.WHOLE_NAME),
    (f"{_MINOR_PARTY}(?:中央|(?:{_WHOSE}|{PLACES}){_MINOR_PARTY_PART})", 0.96, "民主党派组织", Rank.CERTAIN),
    (
        f"(?<![人平农居国市公选移渔牧])(?:{_MINOR_PARTY}|全国工商联)(?![{HAN}]{{0,4}}党派)",
        0.75,
        "民主党派",
        Rank.FALLBACK,
    ),
    (f"(?:{PLACES}|{REGION}(?={_NAME})){_NAME}{{0,20}}{_SUFFIX}", 0.7, "地名加机构后缀", Rank.WHOLE_NAME),
    (f"{_LEVEL}(?:电|{_NAME}){{2,10}}?{_OWN_BODY}", 0.75, "某级团体", Rank.WHOLE_NAME),
    (f"(?<![{HAN}])(?:工商联|残联|妇联|侨联|文联|科协|总工会|贸促会)(?!界)", 0.8, "人民团体", Rank.ORDINARY),
    (f"(?:{PLACES})?{_LETTER}{{2,3}}村(?:党支部|党总支|村委会|委会)", 0.85, "村级组织", Rank.CERTAIN),
    (f"{_COMMITTEE}{_BRANCH}", 0.9, "专委会党支部", Rank.CERTAIN),
    (f"{_COMMITTEE}(?=的?(?:专职)?副?主任)", 0.85, "专委会", Rank.ORDINARY),
    ("机关党组(?!书记会)", 0.8, "机关党组", Rank.ORDINARY),
    ("(?<!党派)中央(?=、|和国家|有关|精神|决策|部署|要求|[1一]号|经济工作会议)", 0.85, "中央", Rank.ORDINARY),
)
_COMPILED = tuple((re.compile(pattern), confidence, reason, rank) for pattern, confidence, reason, rank in _PATTERNS)


def body_candidates(text: str, shadow: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield names of bodies.

    Args:
        text: a reading text.
        shadow: the same text with its places written over (:func:`shadow_of`).
        gazetteer: bodies that are known by name.
    """
    for start, end in gazetteer.body_matches(text):
        yield Candidate(start, end, ORG, 0.93, "机构名表", Rank.FALLBACK)
    for pattern, confidence, reason, rank in _COMPILED:
        for match in pattern.finditer(shadow):
            start, end = match.span("name" if "name" in pattern.groupindex else 0)
            if start < end:
                yield Candidate(start, end, ORG, confidence, reason, rank)
