package kz.esep.bench;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import kz.esep.render.tagged.TaggedPdf;
import kz.esep.render.tagged.Untagged;

/// The same document by others: how much more or less processor time they take than our tagged one,
/// and, because the same rows fill a different number of pages with each, than a page of ours.
///
/// `the same without a tag` is what tagging costs: see [Untagged]; [FlyingSaucerPeer] has none
/// of our short cuts. The engines together keep 40 MiB
/// in use: with a heap of 64 MiB the collector would be measured.
final class PdfPeers {

    private static final int[] ROWS = {90, 280};

    private PdfPeers() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 21;
        Path fonts = Files.createTempDirectory("esep-bench");
        TaggedPdf tagged = new TaggedPdf(TableReport::styleSheet);
        Untagged untagged = new Untagged(TableReport::styleSheet);
        FlyingSaucerPeer plain = new FlyingSaucerPeer(Untagged.COMPRESSION);
        JasperPeer jasper = new JasperPeer(false);
        JasperPeer jasperTagged = new JasperPeer(true);
        OpenHtmlPeer openHtml = new OpenHtmlPeer(false);
        OpenHtmlPeer openHtmlTagged = new OpenHtmlPeer(true);
        FopPeer fop = new FopPeer(false, fonts);
        FopPeer fopAccessible = new FopPeer(true, fonts);
        RawPeer raw = new RawPeer();
        Figures figures =
                new Figures(
                        PdfPeers.class,
                        "rows",
                        "engine",
                        "pages",
                        "CPU, ms",
                        "memory asked for, MiB",
                        "ours is so many times its CPU",
                        "by page");
        int warmUp = Math.max(5, rounds * 2 / 3);
        for (int rows : ROWS) {
            System.err.printf("%d rows: %d rounds of ten engines%n", rows, warmUp + rounds);
            Map<String, Race.Result> results =
                    new Race()
                            .with(
                                    "Esep, tagged",
                                    round ->
                                            tagged.write(
                                                    content(round, rows).xhtml(),
                                                    TableReport.DATE,
                                                    nowhere()))
                            .with(
                                    "the same without a tag",
                                    round -> {
                                        untagged.write(content(round, rows).xhtml(), TableReport.DATE, nowhere());
                                        return 0;
                                    })
                            .with(
                                    "Flying Saucer as it comes",
                                    round -> {
                                        plain.write(content(round, rows).xhtml(), nowhere());
                                        return 0;
                                    })
                            .with(
                                    "JasperReports",
                                    round -> jasper.write(content(round, rows), nowhere()))
                            .with(
                                    "JasperReports, its tags",
                                    round -> jasperTagged.write(content(round, rows), nowhere()))
                            .with(
                                    "openhtmltopdf",
                                    round -> {
                                        openHtml.write(content(round, rows), nowhere());
                                        return 0;
                                    })
                            .with(
                                    "openhtmltopdf, UA and A-2a",
                                    round -> {
                                        openHtmlTagged.write(content(round, rows), nowhere());
                                        return 0;
                                    })
                            .with("FOP", round -> fop.write(content(round, rows), nowhere()))
                            .with(
                                    "FOP, accessible",
                                    round -> fopAccessible.write(content(round, rows), nowhere()))
                            .with(
                                    "OpenPDF, PdfPTable",
                                    round -> raw.write(content(round, rows), nowhere()))
                            .run(warmUp, rounds);
            Race.Result ours = Objects.requireNonNull(results.get("Esep, tagged"));
            results.forEach((name, result) ->
                    figures.row(
                            rows,
                            name,
                            result.made() == 0 ? "" : result.made(),
                            result.cpu(),
                            result.memory(),
                            ours.over(result),
                            result.made() == 0
                                    ? ""
                                    : Race.rounded(
                                            ours.over(result)
                                                    * result.made()
                                                    / ours.made(),
                                            2)));
        }
        figures.print();
        for (String style : new String[] {"Regular", "Bold"}) {
            Files.deleteIfExists(fonts.resolve(style + ".ttf"));
        }
        Files.delete(fonts);
    }

    private static Content content(int round, int rows) {
        return Content.of(Math.floorMod(round, 20), rows);
    }

    private static OutputStream nowhere() {
        return OutputStream.nullOutputStream();
    }
}
