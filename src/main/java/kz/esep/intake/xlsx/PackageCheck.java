package kz.esep.intake.xlsx;

import static kz.esep.findings.FindingCode.FILE_ACTIVE_CONTENT;
import static kz.esep.findings.FindingCode.FILE_DAMAGED;
import static kz.esep.findings.FindingCode.FILE_NOT_A_WORKBOOK;
import static kz.esep.findings.FindingCode.FILE_OTHER_KIND;
import static kz.esep.findings.FindingCode.FILE_SUSPICIOUS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;

/// Checks the parts of an `.xlsx`: names and sizes, content types, relationships, every XML part.
final class PackageCheck {

    private static final String TYPES = "[content_types].xml";
    private static final int UNNAMED_BYTES = 16_384;
    private static final Pattern NAME =
            Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,120}(/[^/\\\\:\\p{Cntrl}]{1,120}){0,8}/?");
    private static final Pattern PROGRAM =
            Pattern.compile(
                    "(?i).*(vbaProject|vbaData|/macrosheets/|/dialogsheets/|/embeddings/|/activeX/"
                            + "|/webextensions/|customUI|attachedToolbars).*");
    private static final Pattern OUTSIDE =
            Pattern.compile("(?i).*(/externalLinks/|/connections\\.xml|/queryTables/).*");
    private static final List<String> PROGRAM_TYPES =
            List.of("macroEnabled", "vbaProject", "activeX", "macrosheet");

    private final ZipFile zip;
    private final long size;
    private final Limits limits;
    private final XmlCheck xml;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private boolean outside;

    PackageCheck(ZipFile zip, long size, Limits limits) {
        this.zip = zip;
        this.size = size;
        this.limits = limits;
        this.xml = new XmlCheck(zip, limits);
    }

    /// Refuses a package that breaks a rule.
    ///
    /// @return whether it refers to other files or addresses
    boolean refersOutside() throws IOException, Refusal {
        directory();
        types();
        for (Map.Entry<String, ZipEntry> part : parts.entrySet()) {
            String name = part.getKey();
            if (name.endsWith(".rels")) {
                xml.parse(part.getValue(), this::relationship);
            } else if (name.contains("/worksheets/") && name.endsWith(".xml")) {
                xml.sheet(part.getValue());
            } else if (name.endsWith(".xml") && !name.equals(TYPES)) {
                xml.parse(part.getValue(), PackageCheck::element);
            }
        }
        return outside;
    }

    private void directory() throws Refusal {
        if (zip.size() > limits.parts()) {
            throw Refusal.of(FILE_SUSPICIOUS, "zip entries");
        }
        Set<String> seen = new HashSet<>();
        long unpacked = 0;
        long packed = 0;
        long overhead = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            name(entry, seen);
            if (entry.isDirectory()) {
                continue;
            }
            sizes(entry);
            unpacked += entry.getSize();
            packed += entry.getCompressedSize();
            overhead += overhead(entry);
            parts.put(entry.getName().toLowerCase(Locale.ROOT), entry);
        }
        if (unpacked > limits.total()) {
            throw Refusal.of(FILE_SUSPICIOUS, "zip total");
        }
        // parts that overlap, or bytes that belong to no part
        if (packed > size || size - packed - overhead > UNNAMED_BYTES) {
            throw Refusal.of(FILE_SUSPICIOUS, "zip layout");
        }
    }

    private void name(ZipEntry entry, Set<String> seen) throws Refusal {
        String name = entry.getName();
        String bounded = "/" + name + "/";
        if (!NAME.matcher(name).matches()
                || bounded.contains("/../")
                || bounded.contains("/./")
                || !seen.add(name.toLowerCase(Locale.ROOT))) {
            throw Refusal.of(FILE_SUSPICIOUS, "zip name");
        }
        if (PROGRAM.matcher("/" + name).matches()) {
            throw Refusal.of(FILE_ACTIVE_CONTENT);
        }
        outside |= OUTSIDE.matcher("/" + name).matches();
    }

    private void sizes(ZipEntry entry) throws Refusal {
        boolean known =
                entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
        if (!known || entry.getSize() < 0 || entry.getCompressedSize() < 0) {
            throw Refusal.of(FILE_DAMAGED, "zip method");
        }
        boolean dense =
                entry.getSize() > Limits.MEBIBYTE
                        && entry.getSize() / Math.max(1, entry.getCompressedSize())
                                > limits.ratio();
        if (entry.getSize() > limits.part() || dense) {
            throw Refusal.of(FILE_SUSPICIOUS, "zip bomb");
        }
    }

    /// Two headers per entry, each with the name, and a data descriptor.
    private static long overhead(ZipEntry entry) {
        int name = entry.getName().getBytes(StandardCharsets.UTF_8).length;
        int extra = Optional.ofNullable(entry.getExtra()).map(bytes -> bytes.length).orElse(0);
        return 100 + 2L * name + 2L * extra;
    }

    private void types() throws IOException, Refusal {
        ZipEntry types = parts.get(TYPES);
        if (types == null || !parts.containsKey("_rels/.rels")) {
            throw Refusal.of(FILE_NOT_A_WORKBOOK);
        }
        Set<String> kinds = new HashSet<>();
        xml.parse(types, (part, name) -> type(part, kinds));
        if (kinds.stream().anyMatch(kind -> kind.contains("sheet.binary"))) {
            throw Refusal.of(FILE_OTHER_KIND, "xlsb");
        }
        if (kinds.stream().noneMatch(kind -> kind.contains("spreadsheetml.sheet.main+xml"))) {
            throw Refusal.of(FILE_NOT_A_WORKBOOK);
        }
    }

    private static void type(XMLStreamReader part, Set<String> kinds) throws Refusal {
        String kind = part.getAttributeValue(null, "ContentType");
        if (kind == null) {
            return;
        }
        if (PROGRAM_TYPES.stream().anyMatch(kind::contains)) {
            throw Refusal.of(FILE_ACTIVE_CONTENT);
        }
        kinds.add(kind);
    }

    private void relationship(XMLStreamReader part, String name) throws Refusal {
        if (!name.equals("Relationship")) {
            return;
        }
        String type = String.valueOf(part.getAttributeValue(null, "Type"));
        String target = String.valueOf(part.getAttributeValue(null, "Target"));
        if (type.contains("purl.oclc.org")) {
            throw Refusal.of(FILE_OTHER_KIND, "Strict Open XML");
        }
        if ("External".equals(part.getAttributeValue(null, "TargetMode"))) {
            outside = true;
        } else if (target.contains("\\") || target.contains(":")) {
            throw Refusal.of(FILE_SUSPICIOUS, "relationship");
        }
    }

    private static void element(XMLStreamReader part, String name) throws Refusal {
        if (name.equals("ddeLink") || name.equals("oleLink")) {
            throw Refusal.of(FILE_ACTIVE_CONTENT);
        }
    }
}
