"""Makes crawl.warc.gz with warcio, the library that most archives of the web are written with: python3 crawl.py

pip install warcio==1.8.1
"""
import gzip
import io

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}"><title>{title} - Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta property="og:title" content="{title}">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{title}", "datePublished": "2031-04-1{n}T08:30:00+02:00", "publisher": {{"name": "Harbour Post"}}}}</script>
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>{title}</h1>
<p>The envoys of Velmara and Ostrin met for the {n}th time on Tuesday, in the old customs house of Port Sorrel, and parted without a word to those who waited.</p>
<p>“We have said what there is to say,” the envoy Renée Sørlund told the Harbour Post in the evening, before the last ferry left for the other side.</p>
</article></body></html>"""


def page(n, title, charset="utf-8"):
    return PAGE.format(n=n, title=title, charset=charset).encode(charset)


def chunked(body, size=97):
    out = b""
    for i in range(0, len(body), size):
        part = body[i:i + size]
        out += b"%x\r\n%s\r\n" % (len(part), part)
    return out + b"0\r\n\r\n"


with open("crawl.warc.gz", "wb") as out:
    writer = WARCWriter(out, gzip=True)

    def record(path, body, status="200 OK", kind="response", **headers):
        fields = [("Content-Type", "text/html")] + [(k.replace("_", "-"), v) for k, v in headers.items()]
        fields = list(dict(fields).items())
        http = StatusAndHeaders(status, fields, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(
            "https://harbour.example/" + path, kind, payload=io.BytesIO(body), http_headers=http,
            warc_headers_dict={"WARC-Date": "2031-04-20T10:00:00Z", "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-%012d>" % abs(hash(path) % 10)}))

    writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "warcio"}))
    writer.write_record(writer.create_warc_record(
        "https://harbour.example/plain", "request", payload=io.BytesIO(b""),
        http_headers=StatusAndHeaders("GET /plain HTTP/1.1", [("Host", "harbour.example")], is_http_request=True)))
    record("plain", page(1, "Envoys meet"))
    record("chunked", chunked(page(2, "Envoys meet again")), Transfer_Encoding="chunked")
    record("packed", gzip.compress(page(3, "Envoys meet a third time"), mtime=0), Content_Encoding="gzip")
    record("latin", page(4, "Envoys meet in Latin", "windows-1252"), Content_Type="text/html; charset=windows-1252")
    record("missing", b"<html><body><p>Nothing is here, and nothing was ever here, they say.</p></body></html>", status="404 Not Found")
    record("image", b"\x89PNG\r\n\x1a\n" + bytes(200), Content_Type="image/png")
    record("front", b"<html><body><ul><li><a href='/plain'>Envoys meet</a></li><li><a href='/chunked'>Again</a></li></ul></body></html>")
    record("unpacked", page(5, "Envoys meet, unpacked"), Content_Encoding="gzip", Transfer_Encoding="chunked")
