"""UIMA CAS as XMI, one file per document, with the type system (``TypeSystem.xml``) beside them."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from cppcc_reader.formats.cas import SOFA_ID, TYPES, FeatureStructure, feature_structures
from cppcc_reader.formats.exporter import Exporter, Target
from cppcc_reader.formats.file_stem import file_stem
from cppcc_reader.formats.loss import ALL_TRAITS, Loss, xml_text
from cppcc_reader.formats.training_document import TrainingDocument, Unit
from cppcc_reader.formats.xml_file import write_xml

SUFFIX = ".xmi"
TYPE_SYSTEM = "TypeSystem.xml"
XMI = "http://www.omg.org/XMI"
CAS = "http:///uima/cas.ecore"

_DESCRIPTION = "http://uima.apache.org/resourceSpecifier"
_SOFA_XMI_ID = 1


class CasXmiWriter:
    """Writes one ``.xmi`` per document into the folder of its split."""

    def __init__(self, target: Target) -> None:
        self._folder = target.folder / target.split
        self._folder.mkdir(parents=True)
        write_xml(target.folder / TYPE_SYSTEM, type_system())

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write one document."""
        write_xml(self._folder / f"{file_stem(document.id)}{SUFFIX}", xmi_of(document))
        return ()

    def close(self) -> None:
        """Nothing is left open."""


EXPORTER = Exporter(
    name="cas-xmi",
    name_zh="UIMA CAS（XMI）",
    suffix=SUFFIX,
    offsets="utf16",
    open=CasXmiWriter,
    units=(Unit.PAGE, Unit.ARTICLE),
    carries=ALL_TRAITS,
    xml=True,
)


def xmi_of(document: TrainingDocument) -> ET.Element:
    """Return the XMI of a document whose text XML can hold."""
    structures = list(feature_structures(document))
    namespaces = {structure.type: _namespace(structure.type) for structure in structures}
    root = ET.Element("xmi:XMI", {"xmlns:xmi": XMI, "xmlns:cas": CAS, "xmi:version": "2.0"})
    for prefix, uri in dict.fromkeys(namespaces.values()):
        root.set(f"xmlns:{prefix}", uri)
    ET.SubElement(root, "cas:NULL", {"xmi:id": "0"})
    ids = [str(number) for number in range(_SOFA_XMI_ID + 1, _SOFA_XMI_ID + 1 + len(structures))]
    for xmi_id, structure in zip(ids, structures, strict=True):
        prefix, _uri = namespaces[structure.type]
        ET.SubElement(root, f"{prefix}:{structure.type.rpartition('.')[2]}", _attributes(xmi_id, structure))
    sofa = {"xmi:id": str(_SOFA_XMI_ID), "sofaNum": "1", "sofaID": SOFA_ID, "mimeType": "text/plain"}
    ET.SubElement(root, "cas:Sofa", {**sofa, "sofaString": document.text})
    ET.SubElement(root, "cas:View", {"sofa": str(_SOFA_XMI_ID), "members": " ".join(ids)})
    return root


def _namespace(type_name: str) -> tuple[str, str]:
    """Return a prefix and the namespace that UIMA derives from a package's name."""
    package = type_name.rpartition(".")[0]
    prefix = {"uima.tcas": "tcas", "cppcc.reader.type": "cppcc"}.get(package, "type")
    return prefix, f"http:///{package.replace('.', '/')}.ecore"


def _attributes(xmi_id: str, structure: FeatureStructure) -> dict[str, str]:
    features = {name: _value(value) for name, value in structure.features.items() if value is not None}
    place = {"sofa": str(_SOFA_XMI_ID), "begin": str(structure.begin), "end": str(structure.end)}
    return {"xmi:id": xmi_id, **place, **features}


def _value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else xml_text(str(value))


def type_system() -> ET.Element:
    """Return the description of the types that the files use."""
    root = ET.Element("typeSystemDescription", {"xmlns": _DESCRIPTION})
    types = ET.SubElement(root, "types")
    for name, cas_type in TYPES.items():
        description = ET.SubElement(types, "typeDescription")
        ET.SubElement(description, "name").text = name
        ET.SubElement(description, "description")
        ET.SubElement(description, "supertypeName").text = cas_type.parent
        features = ET.SubElement(description, "features")
        for feature, value_range in cas_type.features.items():
            one = ET.SubElement(features, "featureDescription")
            ET.SubElement(one, "name").text = feature
            ET.SubElement(one, "description")
            ET.SubElement(one, "rangeTypeName").text = value_range
    return root
