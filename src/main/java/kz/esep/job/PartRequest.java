package kz.esep.job;

import java.util.Optional;

/// Asks whoever hears it to work on one part. It is text, so that nothing of it is code:
/// `render-part:4711:0.1.0/9f86d081884c/25.0.1:2c26b46b…`.
///
/// @param step `render-part`
/// @param execution the number of Batch's step execution, which says what the part is
/// @param program that asks: [Version#identity()]
/// @param fingerprint of the inputs that the part is to be made from
record PartRequest(String step, long execution, String program, String fingerprint) {

    private static final int WORDS = 4;

    static Optional<PartRequest> parse(String text) {
        String[] words = text.split(":", -1);
        return words.length == WORDS && words[1].matches("[0-9]{1,18}")
                ? Optional.of(
                        new PartRequest(words[0], Long.parseLong(words[1]), words[2], words[3]))
                : Optional.empty();
    }

    String text() {
        return String.join(":", step, Long.toString(execution), program, fingerprint);
    }
}
