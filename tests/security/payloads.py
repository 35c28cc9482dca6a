"""Texts that try to run a script in the reader's browser. Each calls `alert`; none may ever be heard."""

from __future__ import annotations

MARKUP = r"""
<script>alert(1)</script>
<ScRiPt>alert(1)</sCrIpT>
<script src=data:text/javascript,alert(1)></script>
<script/x>alert(1)</script>
<script
>alert(1)</script>
</title><script>alert(1)</script>
</textarea><script>alert(1)</script>
</style><script>alert(1)</script>
--><script>alert(1)</script>
]]><script>alert(1)</script>
"><script>alert(1)</script>
'><script>alert(1)</script>
"><svg onload=alert(1)>
'><img src=x onerror=alert(1)>
<img src=x onerror=alert(1)>
<img src=x onerror="alert(1)"/>
<img/src=x/onerror=alert(1)>
<img src=x:x onerror&#61;alert(1)>
<image src=x onerror=alert(1)>
<img srcset="x 1x" onerror=alert(1)>
<img src="javascript:alert(1)">
<svg onload=alert(1)>
<svg/onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><script xlink:href=data:,alert(1) />
<svg><animate onbegin=alert(1) attributeName=x dur=1s>
<svg><set onbegin=alert(1) attributeName=x>
<svg><a xlink:href="javascript:alert(1)"><text x=20 y=20>a</text></a></svg>
<svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>
<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>#x"/>
<svg><style><img src=x onerror=alert(1)></style></svg>
<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>
<math href="javascript:alert(1)">a</math>
<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">a</maction></math>
<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<iframe src="javascript:alert(1)"></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;">
<frameset onload=alert(1)>
<object data="javascript:alert(1)"></object>
<object data="data:text/html,<script>alert(1)</script>"></object>
<embed src="javascript:alert(1)">
<embed src="data:text/html,<script>alert(1)</script>">
<body onload=alert(1)>
<body onpageshow=alert(1)>
<details open ontoggle=alert(1)>
<details ontoggle=alert(1) open><summary>x</summary></details>
<video src=x onerror=alert(1)></video>
<video><source onerror=alert(1)></video>
<audio src=x onerror=alert(1)></audio>
<input autofocus onfocus=alert(1)>
<select autofocus onfocus=alert(1)></select>
<textarea autofocus onfocus=alert(1)></textarea>
<button autofocus onfocus=alert(1)>x</button>
<keygen autofocus onfocus=alert(1)>
<marquee onstart=alert(1)>x</marquee>
<marquee loop=1 width=0 onfinish=alert(1)>x</marquee>
<isindex type=image src=1 onerror=alert(1)>
<form action="javascript:alert(1)"><input type=submit></form>
<form><button formaction="javascript:alert(1)">x</button></form>
<input type=image src=x onerror=alert(1)>
<a href="javascript:alert(1)">x</a>
<a href="JaVaScRiPt:alert(1)">x</a>
<a href="java&#9;script:alert(1)">x</a>
<a href="java&#10;script:alert(1)">x</a>
<a href="&#106;avascript:alert(1)">x</a>
<a href="&#x6A;avascript&colon;alert(1)">x</a>
<a href=" &#14; javascript:alert(1)">x</a>
<a href="vbscript:alert(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>
<a onmouseover=alert(1) style="position:fixed;inset:0">x</a>
<a id=x tabindex=1 onfocus=alert(1) autofocus>x</a>
<div style="background:url(javascript:alert(1))">x</div>
<div style="width:expression(alert(1))">x</div>
<div style="animation-name:x" onanimationstart=alert(1)>x</div>
<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart=alert(1)>x</b>
<style>@import 'javascript:alert(1)';</style>
<link rel=stylesheet href="javascript:alert(1)">
<link rel=import href="data:text/html,<script>alert(1)</script>">
<base href="javascript:alert(1)//">
<meta http-equiv=refresh content="0;url=javascript:alert(1)">
<meta http-equiv=refresh content="0;url=data:text/html,<script>alert(1)</script>">
<template><script>alert(1)</script></template>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<xmp><p title="</xmp><svg/onload=alert(1)>">
<plaintext><script>alert(1)</script>
<!--[if gte IE 4]><script>alert(1)</script><![endif]-->
<!-- --!><img src=x onerror=alert(1)> -->
<![CDATA[<img src=x onerror=alert(1)>]]>
<?xml version="1.0"?><script>alert(1)</script>
<% alert(1) %><img src=x onerror=alert(1)>
<b/onclick=alert(1) onpointerrawupdate=alert(1)>x</b>
<b oncontentvisibilityautostatechange=alert(1) style=content-visibility:auto>x</b>
<b onbeforetoggle=alert(1) popover id=p>x</b><button popovertarget=p>y</button>
<dialog open onclose=alert(1)><form method=dialog><button>x</button></form></dialog>
<table background="javascript:alert(1)"><tr><td>x</td></tr></table>
<table><td background="javascript:alert(1)">x</table>
<tên đơn vị onmouseover=alert(1)>
<x onclick=alert(1) tabindex=1 autofocus onfocus=alert(1)>x
<custom-x onfocus=alert(1) autofocus tabindex=0>x</custom-x>
＜script＞alert(1)＜/script＞
+ADw-script+AD4-alert(1)+ADw-/script+AD4-
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
{{ 7*7 }}{{ cycler.__init__.__globals__.os.popen('id').read() }}
{% include "main.html" %}{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}
${alert(1)}#{alert(1)}
<img src=x onerror=alert(1)//
<img src=x onerror=`alert(1)`
<<script>alert(1)//<</script>
<svg><desc><![CDATA[</desc><script>alert(1)</script>]]></svg>
"""

MARKDOWN = r"""
[x](javascript:alert(1))
[x](JAVASCRIPT:alert(1))
[x](javascript&colon;alert(1))
[x](&#106;avascript:alert(1))
[x](java%0ascript:alert(1))
[x](<javascript:alert(1)>)
[x]( javascript:alert(1))
[x](vbscript:alert(1))
[x](data:text/html,<script>alert(1)</script>)
[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)
[x](//khac.example/x.js)
[x](a.md "onmouseover=alert(1)")
[x](a.md '"><img src=x onerror=alert(1)>')
![x](javascript:alert(1))
![x" onerror="alert(1)](x.png)
![x](x.png "\" onerror=\"alert(1)")
![x](data:image/svg+xml,<svg onload=alert(1)>)
[x]: javascript:alert(1)
<javascript:alert(1)>
<javascript:alert(1)@mau.example>
[x](a.md){href="javascript:alert(1)"}
[x](a.md){href="&#106;avascript:alert(1)"}
[x](a.md){onclick="alert(1)" onfocus=alert(1) autofocus tabindex=1}
[x](a.md){ping="https://khac.example/" target=_blank}
![x](x.png){onerror=alert(1)}
![x](x.png){srcset="https://khac.example/x.png 1x" src="javascript:alert(1)"}
**x**{style="background:url(javascript:alert(1))"}
## Tiêu đề <img src=x onerror=alert(1)>
## x {#"><script>alert(1)</script>}
## x {onclick=alert(1)}
| <img src=x onerror=alert(1)> | B |
`<script>alert(1)</script>`
    <script>alert(1)</script>
> <script>alert(1)</script>
- <script>alert(1)</script>
[^1]: <script>alert(1)</script>
*[HTML]: "><script>alert(1)</script>
!!! note "<script>alert(1)</script>"
```html" onmouseover="alert(1)
<details markdown="1"><script>alert(1)</script></details>
"""


def each(texts: str) -> list[str]:
    """The payloads of a list, one a line; a line that starts with `>` alone goes on with the one before."""
    found: list[str] = []
    for line in texts.strip("\n").split("\n"):
        if line.startswith(">alert"):
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found


DRAWINGS = {
    "script": "<script>alert(1)</script>",
    "onload": '<rect width="1" height="1" onload="alert(1)"/>',
    "onbegin": '<animate attributeName="x" onbegin="alert(1)"/>',
    "link": '<a href="javascript:alert(1)"><text y="9">x</text></a>',
    "old link": '<a xlink:href="java&#10;script:alert(1)"><text y="9">x</text></a>',
    "animated link": '<a><animate attributeName="href" values="javascript:alert(1)"/><text y="9">x</text></a>',
    "set link": '<a><set attributeName="xlink:href" to="javascript:alert(1)"/><text y="9">x</text></a>',
    "foreign": '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>',
    "page inside": '<g><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></g>',
    "other prefix": '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    "data use": '<use href="data:image/svg+xml,&lt;svg/&gt;#x"/>',
    "outside use": '<use href="https://khac.example/x.svg#x"/>',
    "outside image": '<image href="https://khac.example/x.png" width="1" height="1"/>',
    "import": "<style>@import url(https://khac.example/x.css);</style>",
    "outside font": "<style>@font-face{font-family:a;src:url('https://khac.example/x.woff')}</style>",
    "escaped import": "<style>@\\69mport 'https://khac.example/x.css';</style>",
    "outside fill": '<rect width="1" height="1" fill="url(https://khac.example/x.svg#a)"/>',
    "handler": '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">alert(1)</handler>',
    "listener": '<listener event="load" handler="#x"/>',
}
"""What stands inside an `svg` element."""
