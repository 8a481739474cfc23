//! Strings that mean something to HTML, XML, SVG, spreadsheets, LaTeX, TOML, journal software and
//! the direction of writing: a few dozen seeds, each in a dozen settings. Written for this project
//! after the classes that OWASP's cheat sheets name.

/// What a browser, a spreadsheet or a journal's software might act upon.
const SEEDS: [&str; 42] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</SCRIPT ><img src=x onerror=alert(1)>",
    "<!--<script>",
    "--><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
    "<style>*{display:none}</style>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</noscript><script>alert(1)</script>",
    "</td></tr></table><h1>x</h1>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    "`onclick=alert(1)`",
    "<base href=https://example.org/>",
    "<meta http-equiv=refresh content=0>",
    "<form action=https://example.org><input name=a>",
    "<object data=data:text/html,x>",
    "<template><b>x</b></template>",
    "]]><b>x</b><![CDATA[",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#x3c;script&#x3e;",
    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://example.org\";\"x\")",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "{$siteTitle}",
    "ojs://article/1",
    "\\input{/etc/passwd}\\write18{id}",
    "${7*7}{{7*7}}#{7*7}",
    "\"\"\"\n[lexicon]\nid = \"x\"",
    "../../etc/passwd\0.txt",
    "javascript:alert(document.domain)",
];

/// Returns more than five hundred strings.
pub fn hostile() -> Vec<String> {
    let settings: [fn(&str) -> String; 13] = [
        str::to_owned,
        |seed| format!("Ақ жол {seed}"),
        |seed| format!("{seed} әділеттілік"),
        |seed| format!("\u{202e}{seed}\u{202c}"),
        |seed| format!("\u{2066}{seed}"),
        |seed| format!("\u{feff}{seed}"),
        |seed| format!("a\u{200b}{seed}"),
        |seed| format!("'{seed}"),
        |seed| format!("\"{seed}"),
        |seed| format!("{seed}\u{0}\u{1b}[2J"),
        |seed| format!(" \r\n{seed}"),
        |seed| seed.to_uppercase(),
        |seed| seed.repeat(3),
    ];
    SEEDS.iter().flat_map(|seed| settings.iter().map(|setting| setting(seed))).collect()
}
