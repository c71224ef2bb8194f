package kz.esep.render.tagged;

/// What an element is in the structure of a PDF. Source: ISO 32000-1, 14.8.4.
enum Role {
    DOCUMENT("Document", Holds.TAGS),
    SECTION("Sect", Holds.TAGS),
    DIVISION("Div", Holds.TAGS),
    QUOTATION("BlockQuote", Holds.TAGS),
    H1("H1", Holds.TEXT),
    H2("H2", Holds.TEXT),
    H3("H3", Holds.TEXT),
    H4("H4", Holds.TEXT),
    H5("H5", Holds.TEXT),
    H6("H6", Holds.TEXT),
    PARAGRAPH("P", Holds.TEXT),
    LIST("L", Holds.TAGS),
    ITEM("LI", Holds.TAGS),
    LABEL("Lbl", Holds.TEXT),
    ITEM_BODY("LBody", Holds.TEXT),
    TABLE("Table", Holds.TAGS),
    CAPTION("Caption", Holds.TEXT),
    HEAD("THead", Holds.TAGS),
    BODY("TBody", Holds.TAGS),
    FOOT("TFoot", Holds.TAGS),
    ROW("TR", Holds.TAGS),
    HEADER("TH", Holds.TEXT),
    CELL("TD", Holds.TEXT),
    FIGURE("Figure", Holds.TEXT),
    LINK("Link", Holds.TEXT),
    SPAN("Span", Holds.TEXT);

    private enum Holds {
        TAGS,
        TEXT
    }

    @SuppressWarnings("ImmutableEnumChecker") // nothing changes it
    private final byte[] name;

    private final boolean group;

    Role(String name, Holds holds) {
        this.name = Bytes.ascii("/" + name);
        this.group = holds == Holds.TAGS;
    }

    /// As a PDF names it, with the slash.
    byte[] inBytes() {
        return name;
    }

    /// Whether it holds tags only: loose text in it gets a paragraph of its own.
    boolean isGroup() {
        return group;
    }

    /// Whether it stays in the structure with nothing in it: a row keeps its columns, and an empty
    /// table its two parts.
    boolean staysEmpty() {
        return this == CELL || this == HEADER || this == BODY;
    }

    /// Whether layout repeats it on each page of its table.
    boolean isRepeated() {
        return this == HEAD || this == FOOT;
    }
}
