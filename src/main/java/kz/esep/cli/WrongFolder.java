package kz.esep.cli;

import java.nio.file.Path;
import kz.esep.language.Language;

/// The one message that cannot come from the bundles: that they are not there.
final class WrongFolder {

    private WrongFolder() {}

    static String in(Language language, Path folder) {
        Path asked = folder.toAbsolutePath().normalize();
        return switch (language) {
            case KK ->
                    asked
                            + " қалтасында templates/messages жоқ. Esep қалтасында іске қосыңыз немесе оны --home арқылы"
                            + " көрсетіңіз: --home /srv/esep";
            case RU ->
                    "В папке "
                            + asked
                            + " нет templates/messages. Запустите команду в папке Esep или укажите её:"
                            + " --home /srv/esep";
            case EN ->
                    "There is no templates/messages in "
                            + asked
                            + ". Run the command in Esep's folder, or name it:"
                            + " --home /srv/esep";
        };
    }
}
