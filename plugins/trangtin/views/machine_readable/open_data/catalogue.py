"""The catalogue of open data, in the words of DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/) as JSON-LD."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from trangtin.content.values.place import is_web
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.machine_readable.open_data.assignments import OpenAssignments
from trangtin.views.machine_readable.open_data.awards import OpenAwards
from trangtin.views.machine_readable.open_data.campaigns import OpenCampaigns
from trangtin.views.machine_readable.open_data.dataset import DATASETS, Dataset
from trangtin.views.machine_readable.open_data.documents import OpenDocuments
from trangtin.views.machine_readable.open_data.news import OpenNews
from trangtin.views.targets import AddressOf

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_RECORDS = {
    "van-ban": OpenDocuments,
    "phong-trao": OpenCampaigns,
    "tin-tuc": OpenNews,
    "viec": OpenAssignments,
    "khen-thuong": OpenAwards,
}
SCHEMAS = tuple(_RECORDS)
"""The names of all schemas."""


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema (2020-12) of each set of open data, by name; new fields are allowed."""
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {name: {**draft, **TypeAdapter(kind).json_schema()} for name, kind in _RECORDS.items()}


def catalogue(portal: Portal, address: AddressOf) -> dict[str, Any]:
    """The catalogue of all open data of the portal."""
    unit = portal.settings.unit
    publisher = {"@type": "foaf:Organization", "foaf:name": unit.name, "foaf:homepage": {"@id": address(targets.HOME)}}
    return {
        "@context": _CONTEXT,
        "@id": address(targets.CATALOGUE),
        "@type": "dcat:Catalog",
        "dct:title": f"Dữ liệu mở của {unit.name}",
        "dct:description": f"Danh mục dữ liệu mở trên Trang thông tin điện tử {unit.name}",
        "dct:language": "vi",
        "dct:publisher": publisher,
        "dct:license": _licence(portal),
        "dct:modified": {"@type": "xsd:date", "@value": portal.today.isoformat()},
        "dcat:dataset": [_dataset(dataset, portal, publisher, address) for dataset in DATASETS],
    }


def _dataset(dataset: Dataset, portal: Portal, publisher: dict[str, Any], address: AddressOf) -> dict[str, Any]:
    return {
        "@type": "dcat:Dataset",
        "dct:identifier": dataset.name,
        "dct:title": dataset.title,
        "dct:description": dataset.description,
        "dct:language": "vi",
        "dct:publisher": publisher,
        "dct:license": _licence(portal),
        "dct:modified": {"@type": "xsd:date", "@value": portal.today.isoformat()},
        "dcat:keyword": list(dataset.keywords),
        "dcat:landingPage": {"@id": address(dataset.page)},
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dcat:accessURL": {"@id": address(form.target)},
                "dcat:downloadURL": {"@id": address(form.target)},
                "dcat:mediaType": form.media_type,
                **({"dct:conformsTo": {"@id": address(form.schema)}} if form.schema else {}),
            }
            for form in dataset.forms
        ],
    }


def _licence(portal: Portal) -> str | dict[str, str]:
    """A sentence, or where the conditions stand."""
    said = portal.settings.licence
    return {"@id": said} if is_web(said) else said
