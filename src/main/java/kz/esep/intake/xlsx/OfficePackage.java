package kz.esep.intake.xlsx;

import static kz.esep.findings.FindingCode.FILE_ACTIVE_CONTENT;
import static kz.esep.findings.FindingCode.FILE_DAMAGED;
import static kz.esep.findings.FindingCode.FILE_NOT_A_WORKBOOK;
import static kz.esep.findings.FindingCode.FILE_OTHER_KIND;
import static kz.esep.findings.FindingCode.FILE_PARTS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_SUSPICIOUS;
import static kz.esep.findings.FindingCode.FILE_TOO_DENSE;
import static kz.esep.findings.FindingCode.FILE_UNPACKED_TOO_LARGE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
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

/// The parts of an `.xlsx`: names and sizes as its directory has them, kinds, and what refers to
/// what. Nothing outside of it is ever opened, whatever it refers to.
final class OfficePackage {

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

    /// Relationships to programs and embedded files, whatever the parts are called.
    private static final Pattern PROGRAM_RELATION =
            Pattern.compile(
                    ".*/(vbaProject|oleObject|package|control|activeXControlBinary|xlMacrosheet"
                            + "|xlIntlMacrosheet|dialogsheet|extensibility|webextension"
                            + "|webextensiontaskpanes|attachedToolbars)");

    private final ZipFile zip;
    private final long size;
    private final Limits limits;
    private final XmlParts xml;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private final Map<String, Relations> relations = new HashMap<>();
    private boolean outside;

    /// @param type the last word of the relationship's type: `worksheet`
    /// @param target the part's name in lower case
    record Relation(String type, String target) {}

    /// What a part refers to, by id.
    record Relations(Map<String, Relation> byId) {

        Optional<Relation> of(String id) {
            return Optional.ofNullable(byId.get(id));
        }

        Optional<String> ofType(String type) {
            return byId.values().stream()
                    .filter(relation -> relation.type().equals(type))
                    .map(Relation::target)
                    .findFirst();
        }
    }

    private OfficePackage(ZipFile zip, long size, Limits limits, XmlParts xml) {
        this.zip = zip;
        this.size = size;
        this.limits = limits;
        this.xml = xml;
    }

    /// Refuses a package that breaks a rule.
    static OfficePackage open(ZipFile zip, long size, Limits limits, XmlParts xml)
            throws IOException, Refusal {
        OfficePackage opened = new OfficePackage(zip, size, limits, xml);
        opened.directory();
        opened.types();
        for (String name : Set.copyOf(opened.parts.keySet())) {
            if (name.endsWith(".rels")) {
                opened.relationships(name);
            }
        }
        return opened;
    }

    /// Whether it refers to other files or addresses.
    boolean refersOutside() {
        return outside;
    }

    /// XML parts by name, in lower case, without types and relationships.
    Map<String, ZipEntry> xmlParts() {
        Map<String, ZipEntry> found = new HashMap<>(parts);
        found.keySet().removeIf(name -> !name.endsWith(".xml") || name.equals(TYPES));
        return found;
    }

    /// @throws Refusal if it refers to a part that is not there
    ZipEntry part(String name) throws Refusal {
        ZipEntry part = parts.get(name);
        if (part == null) {
            throw Refusal.of(FILE_DAMAGED, "missing part");
        }
        return part;
    }

    /// @param part empty for the package itself
    Relations relations(String part) {
        int slash = part.lastIndexOf('/') + 1;
        String name = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        return relations.getOrDefault(name, new Relations(Map.of()));
    }

    private void directory() throws Refusal {
        if (zip.size() > limits.parts()) {
            throw Refusal.over(FILE_PARTS_TOO_MANY, limits.parts());
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
        if (unpacked > (long) limits.unpacked() * Limits.MEBIBYTE) {
            throw Refusal.over(FILE_UNPACKED_TOO_LARGE, limits.unpacked());
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
        if (entry.getSize() > (long) limits.part() * Limits.MEBIBYTE) {
            throw Refusal.over(FILE_UNPACKED_TOO_LARGE, limits.part());
        }
        if (entry.getSize() > Limits.MEBIBYTE
                && entry.getSize() / Math.max(1, entry.getCompressedSize()) > limits.density()) {
            throw Refusal.over(FILE_TOO_DENSE, limits.density());
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
        xml.walk(types, (part, _) -> type(part, kinds));
        if (kinds.stream().noneMatch(kind -> kind.contains("spreadsheetml.sheet.main+xml"))) {
            throw Refusal.of(FILE_NOT_A_WORKBOOK);
        }
    }

    private static void type(XMLStreamReader part, Set<String> kinds) throws Refusal {
        String kind = part.getAttributeValue(null, "ContentType");
        if (kind == null) {
            return;
        }
        // every .xlsb is called macroEnabled
        if (kind.contains("sheet.binary")) {
            throw Refusal.of(FILE_OTHER_KIND, "xlsb");
        }
        if (PROGRAM_TYPES.stream().anyMatch(kind::contains)) {
            throw Refusal.of(FILE_ACTIVE_CONTENT);
        }
        kinds.add(kind);
    }

    private void relationships(String name) throws IOException, Refusal {
        Map<String, Relation> byId = new HashMap<>();
        // xl/_rels/workbook.xml.rels speaks for xl/workbook.xml
        String folder = name.substring(0, Math.max(0, name.lastIndexOf("_rels/")));
        xml.walk(
                part(name),
                (part, element) -> {
                    if (element.equals("Relationship")) {
                        relationship(part, folder, byId);
                    }
                });
        relations.put(name, new Relations(byId));
    }

    private void relationship(XMLStreamReader part, String folder, Map<String, Relation> byId)
            throws Refusal {
        String type = attribute(part, "Type");
        String target = attribute(part, "Target");
        if (type.contains("purl.oclc.org")) {
            throw Refusal.of(FILE_OTHER_KIND, "Strict Open XML");
        }
        if (PROGRAM_RELATION.matcher(type).matches()) {
            throw Refusal.of(FILE_ACTIVE_CONTENT);
        }
        if (attribute(part, "TargetMode").equals("External")) {
            outside = true;
        } else if (target.contains("\\") || target.contains(":")) {
            throw Refusal.of(FILE_SUSPICIOUS, "relationship");
        } else {
            byId.put(
                    attribute(part, "Id"),
                    new Relation(
                            type.substring(type.lastIndexOf('/') + 1), resolved(folder, target)));
        }
    }

    private static String attribute(XMLStreamReader part, String name) {
        return Optional.ofNullable(part.getAttributeValue(null, name)).orElse("");
    }

    /// The name of the part that a relationship leads to: from the folder, or from the root.
    private static String resolved(String folder, String target) throws Refusal {
        Deque<String> steps = new ArrayDeque<>();
        String path = target.startsWith("/") ? target : folder + target;
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    throw Refusal.of(FILE_SUSPICIOUS, "relationship");
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps).toLowerCase(Locale.ROOT);
    }
}
