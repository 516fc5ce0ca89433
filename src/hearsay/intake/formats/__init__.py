"""Wire formats → Draft: ninjs, NewsML-G2 and NewsML 1, NITF, ANPA 1312, IPTC 7901."""
