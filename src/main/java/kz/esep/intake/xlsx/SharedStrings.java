package kz.esep.intake.xlsx;

import static kz.esep.findings.FindingCode.FILE_DAMAGED;
import static kz.esep.findings.FindingCode.FILE_TEXTS_TOO_MANY;
import static kz.esep.findings.FindingCode.FILE_TEXT_TOO_LONG;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import kz.esep.intake.Cell;

/// The texts that cells refer to by number, each kept once.
final class SharedStrings implements XmlParts.Walk {

    private final Limits limits;
    private final Budget budget;
    private final List<Cell.Content> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean collecting;
    private boolean phonetic;

    SharedStrings(Limits limits, Budget budget) {
        this.limits = limits;
        this.budget = budget;
    }

    Cell.Content get(String index) throws Refusal {
        try {
            return texts.get(Integer.parseInt(index));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw Refusal.of(FILE_DAMAGED, "shared text");
        }
    }

    @Override
    public void open(XMLStreamReader part, String name) {
        switch (name) {
            case "si" -> text.setLength(0);
            case "rPh" -> phonetic = true;
            case "t" -> collecting = !phonetic;
            default -> {
                // looks, not content
            }
        }
    }

    @Override
    public void text(char[] letters, int start, int length) throws Refusal {
        if (collecting) {
            text.append(letters, start, length);
            // seven letters may stand for one: _x0041_
            if (text.length() > 7L * limits.text()) {
                throw Refusal.over(FILE_TEXT_TOO_LONG, limits.text());
            }
        }
    }

    @Override
    public void close(String name) throws Refusal {
        switch (name) {
            case "t" -> collecting = false;
            case "rPh" -> phonetic = false;
            case "si" -> add();
            default -> {
                // looks, not content
            }
        }
    }

    private void add() throws Refusal {
        String written = Xml.text(text);
        if (written.length() > limits.text()) {
            throw Refusal.over(FILE_TEXT_TOO_LONG, limits.text());
        }
        if (texts.size() >= limits.texts()) {
            throw Refusal.over(FILE_TEXTS_TOO_MANY, limits.texts());
        }
        budget.keep(written);
        texts.add(Cell.Content.text(written));
    }
}
