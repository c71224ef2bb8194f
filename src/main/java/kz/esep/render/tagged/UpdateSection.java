package kz.esep.render.tagged;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.openpdf.text.pdf.ByteBuffer;

/// More objects at the end of a finished file, as the format lets one be added to: packed into
/// streams, and a cross-reference stream that finds them and names the one before it. Source: ISO
/// 32000-1, 7.5.6 to 7.5.8.
///
/// One object of the file is replaced, and the new ones are numbered from where the file's end.
final class UpdateSection implements AutoCloseable {
    private static final int PACKED = 200;
    private static final int PLAIN_ENTRY = 1;
    private static final int PACKED_ENTRY = 2;
    private static final int UP = 2;
    private static final Bytes NOTHING = new Bytes();

    private final ByteBuffer file;
    private final FileEnd before;
    private final int replaced;
    private final int firstStream;
    private final List<Integer> streams = new ArrayList<>();
    private final Bytes index = new Bytes();
    private final Bytes objects = new Bytes();
    private final Bytes entries = new Bytes();
    private byte[] entryBefore = new byte[6];
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] deflated = new byte[8192];
    private final Bytes shorter = new Bytes();
    private int packed;
    private int next;

    /// @param replaced the number of the first object, which the file has already
    /// @param added how many come after it
    UpdateSection(ByteBuffer file, FileEnd before, int replaced, int added) {
        this.file = file;
        this.before = before;
        this.replaced = replaced;
        this.next = replaced;
        this.firstStream = before.size() + added;
    }

    /// Begins an object.
    ///
    /// @param number one after that of the object before
    /// @return takes what it says
    Bytes object(int number) {
        if (number != next) {
            throw new IllegalStateException("object %d is next, not %d".formatted(next, number));
        }
        if (packed == PACKED) {
            endStream();
        }
        index.number(number).append(' ');
        index.number(objects.size()).append(' ');
        entry(PACKED_ENTRY, firstStream + streams.size(), packed);
        packed++;
        next = number == replaced ? before.size() : number + 1;
        return objects;
    }

    /// Where an object is, by each byte's difference from the entry before: the objects of a stream
    /// come one after the other, and so the differences repeat.
    private void entry(int type, int where, int place) {
        byte[] entry = {
            (byte) type,
            (byte) (where >>> 24),
            (byte) (where >>> 16),
            (byte) (where >>> 8),
            (byte) where,
            (byte) place
        };
        entries.append_i(UP);
        for (int i = 0; i < entry.length; i++) {
            entries.append_i(entry[i] - entryBefore[i]);
        }
        entryBefore = entry;
    }

    private void endStream() {
        int number = firstStream + streams.size();
        streams.add(file.size());
        // no two numbers of the index are alike: to look for repetitions takes longer and gains
        // less
        deflater.setStrategy(Deflater.HUFFMAN_ONLY);
        deflate(index);
        deflater.setStrategy(Deflater.DEFAULT_STRATEGY);
        // what was before is still deflated the old way
        deflate(NOTHING);
        deflate(objects);
        endStream(number, "/Type/ObjStm/N %d/First %d".formatted(packed, index.size()));
        index.reset();
        objects.reset();
        packed = 0;
    }

    private void deflate(ByteBuffer content) {
        deflater.setInput(content.getBuffer(), 0, content.size());
        do {
            shorter.append(deflated, 0, deflater.deflate(deflated));
        } while (!deflater.needsInput());
    }

    private void endStream(int number, String dictionary) {
        deflater.finish();
        while (!deflater.finished()) {
            shorter.append(deflated, 0, deflater.deflate(deflated));
        }
        deflater.reset();
        file.append(
                "%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>stream\n"
                        .formatted(number, dictionary, shorter.size()));
        file.append(shorter).append("\nendstream\nendobj\n");
        shorter.reset();
    }

    /// Ends the file.
    void finish() {
        endStream();
        int itself = firstStream + streams.size();
        if (next != firstStream) {
            throw new IllegalStateException("object %d is missing".formatted(next));
        }
        int start = file.size();
        streams.forEach(at -> entry(PLAIN_ENTRY, at, 0));
        entry(PLAIN_ENTRY, start, 0);
        String dictionary =
                ("/Type/XRef/Size %d%s/Prev %d/Index[%d 1 %d %d]/W[1 4 1]"
                                + "/DecodeParms<</Predictor 12/Columns 6>>")
                        .formatted(
                                itself + 1,
                                before.identity(),
                                before.crossReferences(),
                                replaced,
                                before.size(),
                                itself + 1 - before.size());
        deflate(entries);
        endStream(itself, dictionary);
        file.append("startxref\n%d\n%%%%EOF\n".formatted(start));
    }

    @Override
    public void close() {
        deflater.end();
    }
}
