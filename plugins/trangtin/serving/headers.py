"""Headers of a server's answers, so that browsers do with them what is meant and nothing else."""

from __future__ import annotations

from trangtin.serving.facts import ServerFacts

FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
"""The same for every answer."""

OPENER = "same-origin"
"""Cross-Origin-Opener-Policy of all but the form for editors."""
FORM_OPENER = "unsafe-none"
"""The window in which editors sign in at GitLab comes back to the form and has to answer the one that opened it."""

HSTS = "max-age=31536000"
"""A year; not `includeSubDomains`: other sites of the domain are not ours to decide for."""

PAPER_POLICY = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For PDF files: browsers show them with programs of their own, which a stricter policy would stop."""
DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""For SVG files: a drawing opened by itself is a page, and may run nothing."""

REVALIDATED = "no-cache"
"""Kept by browsers, and asked for again each time: the answer is "unchanged" (304) until the file is another one."""
SETTLED = "public, max-age=86400"
"""For addresses that name their build (`?v=`)."""

LASTING = "public, max-age=31536000, immutable"
"""For files whose name tells their content: another content has another name, so browsers never ask again."""


def page_policy(facts: ServerFacts) -> str:
    """The Content-Security-Policy of pages: only the site's own files; scripts and styles only from files."""
    rules = [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        " ".join(["connect-src 'self'", *facts.other_hosts]),
        "manifest-src 'self'",
        " ".join(["form-action 'self'", *facts.form_hosts]),
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
    return "; ".join([*rules, *(["upgrade-insecure-requests"] if facts.is_secure else [])])


def form_policy(facts: ServerFacts) -> str:
    """The Content-Security-Policy of the editors' form: also styles that its script makes, previews, its repository."""
    rules = [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        " ".join(["img-src 'self' blob: data:", *facts.repository_hosts]),
        "media-src 'self' blob: data:",
        "frame-src blob: data:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        " ".join(["connect-src 'self' blob: data:", *facts.repository_hosts]),
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
    return "; ".join([*rules, *(["upgrade-insecure-requests"] if facts.is_secure else [])])
