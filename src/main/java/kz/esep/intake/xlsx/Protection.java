package kz.esep.intake.xlsx;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.apache.poi.poifs.crypt.CryptoFunctions;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetProtection;

/// Locks a sheet's locked cells.
///
/// Protection keeps a hurried hand off the plan's columns. It proves nothing, so its password is no
/// secret; its salt is derived, so that the same form has the same bytes.
final class Protection {

    private static final String PASSWORD = "esep";
    private static final int SPINS = 1000;

    private Protection() {}

    static void protect(XSSFSheet sheet, String seed) {
        byte[] salt = salt(seed + "|" + sheet.getSheetName());
        sheet.enableLocking();
        CTSheetProtection protection = sheet.getCTWorksheet().getSheetProtection();
        protection.setAlgorithmName(HashAlgorithm.sha512.ecmaString);
        protection.setSaltValue(salt);
        protection.setSpinCount(SPINS);
        protection.setHashValue(
                CryptoFunctions.hashPassword(PASSWORD, HashAlgorithm.sha512, salt, SPINS, false));
        // clerks may widen a column or a row to read it
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
    }

    private static byte[] salt(String seed) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(seed.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
