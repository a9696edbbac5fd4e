"""Reasons of the machine in the language of the interface.

The splitter and the suggester give theirs in Chinese, put together from set phrases and words of the page; the
marks below let the translation tool find the phrases.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

REASONS = (
    QT_TRANSLATE_NOOP("Reason", "模型"),
    QT_TRANSLATE_NOOP("Reason", "成句的文字"),
    QT_TRANSLATE_NOOP("Reason", "紧接上段"),
    QT_TRANSLATE_NOOP("Reason", "日期"),
    QT_TRANSLATE_NOOP("Reason", "姓名前的职务"),
    QT_TRANSLATE_NOOP("Reason", "短行无句号"),
    QT_TRANSLATE_NOOP("Reason", "标题起首"),
    QT_TRANSLATE_NOOP("Reason", "某地政协"),
    QT_TRANSLATE_NOOP("Reason", "固定格式"),
    QT_TRANSLATE_NOOP("Reason", "上段句子未完"),
    QT_TRANSLATE_NOOP("Reason", "同一行"),
    QT_TRANSLATE_NOOP("Reason", "署名"),
    QT_TRANSLATE_NOOP("Reason", "同一组标题"),
    QT_TRANSLATE_NOOP("Reason", "从句子中间起"),
    QT_TRANSLATE_NOOP("Reason", "标题在正文之后"),
    QT_TRANSLATE_NOOP("Reason", "地名加机构后缀"),
    QT_TRANSLATE_NOOP("Reason", "署名中的身份"),
    QT_TRANSLATE_NOOP("Reason", "电头开头"),
    QT_TRANSLATE_NOOP("Reason", "标题后电头开头"),
    QT_TRANSLATE_NOOP("Reason", "地方机关"),
    QT_TRANSLATE_NOOP("Reason", "与前文不相连"),
    QT_TRANSLATE_NOOP("Reason", "人名或记者字样"),
    QT_TRANSLATE_NOOP("Reason", "标题下的署名"),
    QT_TRANSLATE_NOOP("Reason", "与前文共有"),
    QT_TRANSLATE_NOOP("Reason", "署名后的正文"),
    QT_TRANSLATE_NOOP("Reason", "主题之上的短行"),
    QT_TRANSLATE_NOOP("Reason", "某地某局"),
    QT_TRANSLATE_NOOP("Reason", "姓名后的职务"),
    QT_TRANSLATE_NOOP("Reason", "同版已有此名"),
    QT_TRANSLATE_NOOP("Reason", "党委"),
    QT_TRANSLATE_NOOP("Reason", "后有摄影署名"),
    QT_TRANSLATE_NOOP("Reason", "标题后的正文"),
    QT_TRANSLATE_NOOP("Reason", "政协"),
    QT_TRANSLATE_NOOP("Reason", "正文之内的小标题"),
    QT_TRANSLATE_NOOP("Reason", "机构后的职务"),
    QT_TRANSLATE_NOOP("Reason", "图片标题后的说明"),
    QT_TRANSLATE_NOOP("Reason", "五年规划时期"),
    QT_TRANSLATE_NOOP("Reason", "隔栏相接"),
    QT_TRANSLATE_NOOP("Reason", "并列的职务"),
    QT_TRANSLATE_NOOP("Reason", "地名表"),
    QT_TRANSLATE_NOOP("Reason", "地区与国家表"),
    QT_TRANSLATE_NOOP("Reason", "摄影署名"),
    QT_TRANSLATE_NOOP("Reason", "正文之间的短行"),
    QT_TRANSLATE_NOOP("Reason", "独立的图片说明"),
    QT_TRANSLATE_NOOP("Reason", "某地园区"),
    QT_TRANSLATE_NOOP("Reason", "地名连写"),
    QT_TRANSLATE_NOOP("Reason", "随文图片"),
    QT_TRANSLATE_NOOP("Reason", "指明的日子"),
    QT_TRANSLATE_NOOP("Reason", "破折号开头"),
    QT_TRANSLATE_NOOP("Reason", "写照片内容"),
    QT_TRANSLATE_NOOP("Reason", "文末署名"),
    QT_TRANSLATE_NOOP("Reason", "民主党派组织"),
    QT_TRANSLATE_NOOP("Reason", "图片说明后的署名"),
    QT_TRANSLATE_NOOP("Reason", "栏目用语"),
    QT_TRANSLATE_NOOP("Reason", "报眉、责编等版务"),
    QT_TRANSLATE_NOOP("Reason", "摄影或作者说明"),
    QT_TRANSLATE_NOOP("Reason", "政协下属机构"),
    QT_TRANSLATE_NOOP("Reason", "机构名表"),
    QT_TRANSLATE_NOOP("Reason", "讯头中的地名"),
    QT_TRANSLATE_NOOP("Reason", "中央"),
    QT_TRANSLATE_NOOP("Reason", "人名表"),
    QT_TRANSLATE_NOOP("Reason", "句子缺开头"),
    QT_TRANSLATE_NOOP("Reason", "本版未见上文"),
    QT_TRANSLATE_NOOP("Reason", "断栏剩下的半句"),
    QT_TRANSLATE_NOOP("Reason", "主题之下的短行"),
    QT_TRANSLATE_NOOP("Reason", "人民团体"),
    QT_TRANSLATE_NOOP("Reason", "委员会客厅"),
    QT_TRANSLATE_NOOP("Reason", "日期区间"),
    QT_TRANSLATE_NOOP("Reason", "机关党组"),
    QT_TRANSLATE_NOOP("Reason", "多个姓名后的职务"),
    QT_TRANSLATE_NOOP("Reason", "编者按"),
    QT_TRANSLATE_NOOP("Reason", "文前的标题"),
    QT_TRANSLATE_NOOP("Reason", "地名简称"),
    QT_TRANSLATE_NOOP("Reason", "正文之内的标题"),
    QT_TRANSLATE_NOOP("Reason", "专委会党支部"),
    QT_TRANSLATE_NOOP("Reason", "职务后的姓名"),
    QT_TRANSLATE_NOOP("Reason", "图片说明用语"),
    QT_TRANSLATE_NOOP("Reason", "隔着别的文章接上标题"),
    QT_TRANSLATE_NOOP("Reason", "年代"),
    QT_TRANSLATE_NOOP("Reason", "隔着别的文章续上文"),
    QT_TRANSLATE_NOOP("Reason", "引号内的园区"),
    QT_TRANSLATE_NOOP("Reason", "政协全称"),
    QT_TRANSLATE_NOOP("Reason", "政协专门委员会"),
    QT_TRANSLATE_NOOP("Reason", "文章唯一的标题"),
    QT_TRANSLATE_NOOP("Reason", "未见标题"),
    QT_TRANSLATE_NOOP("Reason", "项目词表"),
    QT_TRANSLATE_NOOP("Reason", "项目规则"),
    QT_TRANSLATE_NOOP("Reason", "由本库已完成版面学到"),
    QT_TRANSLATE_NOOP("Reason", "同一天的报纸"),
    QT_TRANSLATE_NOOP("Reason", "标题相近"),
    QT_TRANSLATE_NOOP("Reason", "共有"),
    QT_TRANSLATE_NOOP("Reason", "没有明显的依据"),
)
_PARTS = re.compile("([；，：])")
_SIGNS = {"；": "; ", "，": ", ", "：": ": "}


def reason_words(reason: str) -> str:
    """Return a reason as people read it; what is no set phrase (a name on the page) stays as it is."""
    if QCoreApplication.translate("Language", "zh") != "en":
        return reason
    return "".join(_SIGNS.get(part) or QCoreApplication.translate("Reason", part) for part in _PARTS.split(reason))
