"""Names of bodies as these pages form them: places or levels before 政协, 委, 政府, 局; committees and party groups after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cppcc_reader.core.tagging.candidate import ORG, Candidate
from cppcc_reader.core.tagging.shadow import FIRST_FULL, FIRST_SHORT, FULL, SHORT

_H = "\u3400-\u9fff"
_PLACE = f"(?:{FIRST_FULL}{FULL}*|{FIRST_SHORT}{SHORT}*(?:自治州|自治县|地区|新区|省|市|县|区|州|旗|盟|镇|乡)?)"
_LEVEL = "(?:(?:自治区|自治州|自治县|特区|省|市|县|区|州|旗|盟)(?![级内外情直容场民])|全国)"
_WHOSE = f"(?:{_PLACE}+{_LEVEL}?|{_LEVEL})"

_COMMITTEE = (
    "(?:提案和法制|提案法制|提案|经济科技|经济和农业|经济|农业和农村|农业农村|农业|人口资源环境|人资环|资源环境|教科卫体|科教卫体|教科文卫体|教科卫|"
    "教卫体|社会和法制|社会法制|社法|法制|民族和宗教|民族宗教|民宗|港澳台侨和外事|港澳台侨外事|港澳台侨|外事|文化文史和学习|文化文史学习|文化文史|"
    "文史和学习|文史学习|文史资料|文史|学习和文史|学习文史|学习|委员联络|委员工作|联络|城乡建设|民生|应用型智库)"
    "(?:工作)?(?:委员会|委(?!员))"
)
_BRANCH = "(?:功能型|功能性|临时|机关)?党(?:支部|总支|小组)"
_CPPCC_PART = f"(?:党组(?:理论学习中心组)?|机关党组|机关党委|办公厅|办公室|研究室|{_COMMITTEE}(?:{_BRANCH})?|常委会(?!会议)|书画院|文史馆|委员会客厅)"
_PARTY_PART = (
    "(?:统战部|组织部|宣传部|办公室|办公厅|政法委(?:员会)?|网信办|编办|党校|政研室|政策研究室|改革办|老干部局|社会工作部|"
    "巡察办|台办|农办|党史研究室|直属机关工委)"
)
_MINOR_PARTY = "(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)"
_OFFICE = (
    "(?:人民政府|政府|人大常委会|人大|纪委监委|纪委|监委|纪检监察组|工商联|总工会|妇联|科协|侨联|文联|残联|团委|台联|社科联|作协|红十字会|贸促会|"
    "人民法院|中级人民法院|高级人民法院|法院|人民检察院|检察院|发改委|发展和改革委员会|发展改革委|卫健委|卫生健康委|国资委|住建委|经信委|农委|"
    "交警大队|交警支队|消防救援大队|消防救援支队|管委会|税务局|气象局)"
)
_BUREAU = f"(?:(?![的和与在是有对为把将了等及到从就也都以][{_H}])[{_H}]){{1,9}}?(?:局|厅)(?![长面势部级里限域])"
_SECTION = f"(?:[{_H}]{{1,5}}?(?:科|处|股|室)(?=[科处股主副]|[^{_H}]))?"
_SUFFIXES = (
    "(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|总公司|分公司|公司|集团|农民专业合作社|专业合作社|合作社|大学|职业技术学院|学院|"
    "职业学校|学校|中学|小学|幼儿园|医院|卫生院|研究院|研究所|研究中心|协会|商会|学会|研究会|联合会|联谊会|促进会|基金会|志愿者协会|"
    "街道办事处|办事处|服务中心|中心|博物馆|图书馆|文化馆|纪念馆|银行|支行|分行|派出所|交警大队|工作队|电视台|日报社|报社|党校|委员会|管委会|管理局|"
    "居委会|村委会|党支部|党委|工委|党工委)"
)
_NAME_CHARACTER = f"(?:(?![的和与在是有对为把将了等及到从就也都以召组赴开召区县市第])[{_H}]|[{FULL}{SHORT}{FIRST_FULL}{FIRST_SHORT}]|[()（）](?=[{_H}{FULL}{SHORT}{FIRST_FULL}{FIRST_SHORT})）]))"

_PATTERNS: tuple[tuple[str, float, str], ...] = (
    (f"{_WHOSE}政协(?:{_CPPCC_PART})?", 0.985, "某地政协"),
    (f"{_WHOSE}政协[{_H}]{{2,12}}?委员会", 0.9, "政协专门委员会"),
    (f"(?:中国人民)?政协{_WHOSE}(?:第[一二三四五六七八九十0-9]+届)?委员会(?:常务委员会)?", 0.97, "政协全称"),
    (f"(?:中国人民)?政协第[一二三四五六七八九十0-9]+届{_WHOSE}委员会(?:常务委员会)?", 0.97, "政协全称"),
    (f"(?:人民)?政协(?:党组|{_COMMITTEE})?(?!委员(?!会))", 0.965, "政协"),
    (f"(?:中共)?{_WHOSE}(?:党)?委(?![员托派任屈婉以会组室])(?:{_PARTY_PART})?", 0.97, "党委"),
    (f"{_WHOSE}{_PARTY_PART}", 0.8, "党委部门"),
    (f"{_WHOSE}{_OFFICE}(?:党组|办公室|办公厅)?", 0.95, "地方机关"),
    (f"{_WHOSE}{_BUREAU}{_SECTION}", 0.88, "某地某局"),
    (f"{_MINOR_PARTY}(?:中央|{_WHOSE}(?:工作)?(?:委员会|委会|委(?!员)|总支|支部))", 0.96, "民主党派组织"),
    (f"{_MINOR_PARTY}{_PLACE}+(?:工作)?(?:委员会|委会|委(?!员)|总支|支部)", 0.96, "民主党派组织"),
    (f"(?:{_MINOR_PARTY}|全国工商联)(?![{_H}]{{0,4}}党派)", 0.75, "民主党派"),
    (f"{_PLACE}+{_NAME_CHARACTER}{{0,16}}?{_SUFFIXES}", 0.7, "地名加机构后缀"),
    (f"(?<![{_H}])(?:工商联|残联|妇联|侨联|文联|科协|总工会|贸促会)(?![{_H}]界)", 0.8, "人民团体"),
    (f"{_COMMITTEE}{_BRANCH}", 0.9, "专委会党支部"),
    (f"机关党组(?![{_H}]?书记会)", 0.8, "机关党组"),
    (
        "党中央|国务院|中共中央(?:政治局(?:常委会)?|办公厅|统战部|组织部|宣传部)?|中央军委|中央(?=、|和国家|有关|精神|经济工作会议)|"
        "新华社|最高人民法院|最高人民检察院|全国人大常委会|全国人大|国家乡村振兴局|国家发展改革委",
        0.93,
        "中央机构",
    ),
)
_COMPILED = tuple((re.compile(pattern), confidence, reason) for pattern, confidence, reason in _PATTERNS)


def body_candidates(shadow: str) -> Iterator[Candidate]:
    """Yield names of bodies.

    Args:
        shadow: the text with its places written over (:func:`shadow_of`).
    """
    for pattern, confidence, reason in _COMPILED:
        for match in pattern.finditer(shadow):
            if match.start() < match.end():
                yield Candidate(match.start(), match.end(), ORG, confidence, reason)
