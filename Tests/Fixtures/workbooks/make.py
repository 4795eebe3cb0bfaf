#!/usr/bin/env python3
"""Makes the hostile workbooks beside this file with Python's own zip writer: python3 make.py"""
import pathlib
import struct
import zipfile

HERE = pathlib.Path(__file__).parent
SHEET = "xl/worksheets/sheet1.xml"
ROWS = (
    '<row><c t="inlineStr"><is><t>Namn</t></is></c><c t="inlineStr"><is><t>E-post</t></is></c></row>'
    '<row><c t="inlineStr"><is><t>Bo Ek</t></is></c><c t="inlineStr"><is><t>bo@example.org</t></is></c></row>'
)


def sheet(data=ROWS, prolog=""):
    return f"{prolog}<worksheet><sheetData>{data}</sheetData></worksheet>"


def book(sheets=1):
    entries = "".join(f'<sheet name="Blad {n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, sheets + 1))
    return f'<workbook xmlns:r="r"><sheets>{entries}</sheets></workbook>'


RELATIONSHIPS = (
    '<Relationships><Relationship Id="rId1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="rId2" Type="http://x/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)


def write(name, sheet1=sheet(), workbook=book(), strings="<sst/>", change=None):
    path = HERE / f"{name}.xlsx"
    parts = {
        "xl/workbook.xml": workbook, "xl/_rels/workbook.xml.rels": RELATIONSHIPS, "xl/sharedStrings.xml": strings,
        SHEET: sheet1,
    }
    with zipfile.ZipFile(path, "w") as archive:
        for part, text in parts.items():
            info = zipfile.ZipInfo(part, (2016, 1, 11, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    if change:
        data = bytearray(path.read_bytes())
        # The part's own header, and its entry in the directory.
        change(data, data.index(b"PK\3\4", data.index(SHEET.encode()) - 30), 0)
        change(data, data.rindex(b"PK\1\2"), 2)
        path.write_bytes(data)


def stated(size):
    def change(data, header, shift):
        struct.pack_into("<I", data, header + 22 + shift, size)
    return change


def encrypted(data, header, shift):
    data[header + 6 + shift] |= 1


write("harmless")
write("bomb", sheet1=" " * (32 << 20) + sheet())
write("outside", sheet1=sheet(prolog='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>').replace("Bo Ek", "&a;"))
laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
write("laughs", strings=f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><sst><si><t>&a9;</t></si></sst>')
write("million-columns", sheet1=sheet(f"<row>{'<c/>' * 1_000_000}</row>"))
write("many-columns", sheet1=sheet(f"<row>{'<c/>' * 200_000}</row>"))
write("many-sheets", workbook=book(3_000))
write("smaller-stated", sheet1=sheet(ROWS + "<row/>" * 1_000), change=stated(100))
write("larger-stated", change=stated(0xFFFFFFF0))
write("encrypted", change=encrypted)
