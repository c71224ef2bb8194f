package kz.esep.findings;

import static kz.esep.findings.Severity.ERROR;
import static kz.esep.findings.Severity.INFO;
import static kz.esep.findings.Severity.WARNING;

import java.util.Locale;

/// Every kind of finding, with its severity. The comment of each names the arguments that its words
/// may use.
///
/// A kind is added here together with its words in kk, ru and en; a test proves that none lacks
/// words.
public enum FindingCode {

    // the data that the ministry keeps (plan, register, opening record, decisions); `path` is such
    // as `measures[7].deadline`, `problem` a sentence

    /// A data file is not readable or is not YAML or CSV. `problem`.
    DATA_UNREADABLE(ERROR),
    /// A data file breaks its schema. `path`, `problem`.
    DATA_AGAINST_SCHEMA(ERROR),
    /// A data file names an agency, measure or year that does not exist. `path`, `problem`.
    DATA_UNKNOWN_REFERENCE(ERROR),
    /// Two places of the data contradict each other. `path`, `problem`.
    DATA_CONTRADICTION(ERROR),

    // what reconciliation sees; all name `measure`, `year`, `agency`

    /// The plan in force demands nothing that the row could be about.
    CLAIM_WITHOUT_OBLIGATION(WARNING),
    /// The row is about an obligation that another agency answers for.
    CLAIM_FOR_ANOTHER_AGENCY(ERROR),
    /// Rule C8: what had been done is taken back in words.
    DONE_WITHDRAWN(WARNING),
    /// Rule C8: "not done" after a period that proved it done, without taking it back.
    CLAIM_UNDOES_DONE(WARNING),
    /// Two files received together say different things. `otherPlace`.
    CLAIMS_IN_CONFLICT(WARNING),
    /// Rule A4: the lead says done, a co-executor says not. `lead`, `leadPlace`.
    LEAD_DONE_EXECUTOR_NOT(WARNING),
    /// Rule A4: a co-executor says done, the lead says not. `lead`, `leadPlace`.
    EXECUTOR_DONE_LEAD_NOT(WARNING),

    /// Rule T3: the typed percentage is not the one that numerator and denominator make. `typed`,
    /// `computed`.
    VALUE_NOT_AS_COMPUTED(WARNING),
    /// Rule T4: a percentage above 100. `value`.
    VALUE_OUT_OF_RANGE(WARNING),
    /// Rule T4: less than the period before. `value`, `before`, `period`, `otherPlace`.
    VALUE_FELL(WARNING),
    /// Rule T4: a jump since the period before. `value`, `before`, `period`, `otherPlace`.
    VALUE_JUMPED(WARNING),
    /// Rule T4: a region was split since the period before; the values cannot be compared. `value`,
    /// `before`, `period`, `day`, `otherPlace`.
    SERIES_BROKEN(INFO),
    /// The denominator is far from that of the period before. `denominator`, `before`, `period`,
    /// `otherPlace`.
    DENOMINATOR_DRIFTED(WARNING),
    /// Rule T1: over-fulfilled beyond what is usual. `value`, `target`.
    TARGET_FAR_EXCEEDED(INFO),
    /// Rule M: spending where the plan says that none is required. `spent`.
    MONEY_NOT_PROVIDED(WARNING),
    /// Rule M: done with allotted funds, and no spending is reported.
    MONEY_NOT_REPORTED(INFO),
    /// Completed before the obligation was open. `completed`, `from`.
    COMPLETED_BEFORE_OPENING(WARNING),
    /// Completed when the agency itself said that nothing had begun. `completed`, `period`,
    /// `otherPlace`.
    COMPLETED_BEFORE_BEGUN(WARNING),
    /// The progress text is word for word that of the period before. `period`, `otherPlace`.
    TEXT_COPIED(WARNING),
    /// The Russian progress text is Kazakh.
    KAZAKH_IN_RUSSIAN_COLUMN(WARNING),
    /// The Kazakh progress text is Russian.
    RUSSIAN_IN_KAZAKH_COLUMN(WARNING),
    /// One paper proves many measures. `number`, `date`, `count`, `measures`.
    PAPER_PROVES_MANY(WARNING),

    // the journal of incoming papers, the inbox, the archive

    /// The journal of incoming papers is not readable or is not CSV.
    INCOMING_REGISTER_UNREADABLE(ERROR),
    /// Its first line is not the header. `header`.
    INCOMING_REGISTER_HEADER(ERROR),
    /// A line has too few or too many columns. `columns`, `expected`.
    INCOMING_REGISTER_COLUMNS(ERROR),
    /// A time is missing or not readable.
    INCOMING_REGISTER_TIME(ERROR),
    /// A line names no file.
    INCOMING_REGISTER_PATH(ERROR),
    /// A hash is not 64 hexadecimal digits.
    INCOMING_REGISTER_HASH(ERROR),
    /// A file in the inbox cannot be opened.
    INBOX_FILE_UNREADABLE(ERROR),
    /// A link lies in the inbox; nobody follows it.
    INBOX_LINK(WARNING),
    /// Something lies in the inbox that is neither file nor folder: a pipe, a device.
    INBOX_NOT_A_FILE(WARNING),
    /// A file changed while it was copied, or is being written; it is taken by the next run.
    INBOX_FILE_STILL_CHANGING(WARNING),
    /// A file was taken and could not be moved out of the inbox.
    INBOX_FILE_NOT_MOVED(WARNING),
    /// A file was recorded by its hash alone, for it is too large. `megabytes`, `limit`.
    INBOX_FILE_TOO_LARGE(ERROR),
    /// The ledger is not what was once written. `line`.
    LEDGER_BROKEN(ERROR),
    /// A content is missing in the archive, or changed. `sha256`.
    ARCHIVE_DAMAGED(ERROR),

    // the ministry's sealing keys; no secret is ever quoted

    /// The variable `ESEP_SEAL_KEY` is not written as `<id>:<secret>`.
    SEAL_KEY_WITHOUT_ID(ERROR),
    /// A key has no secret.
    SEAL_KEY_EMPTY(ERROR),
    /// Others than the owner may read a key's file.
    SEAL_KEY_EXPOSED(ERROR),
    /// A ministry's key bears the name of the demonstration's key.
    SEAL_KEY_CALLED_DEMO(ERROR),

    // how the program is set up

    /// There is no setting of this name. `path`, `near`, `known` whether there is a near one.
    SETTING_UNKNOWN(ERROR),
    /// A setting has a value that it cannot have. `path`, `problem`, `meaning`, `example`.
    SETTING_WRONG(ERROR),
    /// A setting needs another one. `path`, `missing`, `variable`, `meaning`.
    SETTING_MISSING(ERROR),
    /// A secret stands in a file that everybody may read. `path`, `variable`.
    SETTINGS_EXPOSED(ERROR),

    // a report as it once was

    /// The ledger has no such line. `line`, `last`.
    LEDGER_LINE_UNKNOWN(ERROR),
    /// The manifest of an issue cannot be read.
    MANIFEST_UNREADABLE(ERROR),
    /// Another version of the program made the issue. `version`, `current`.
    MANIFEST_OTHER_VERSION(ERROR),
    /// The manifest quotes a line of another ledger. `line`.
    MANIFEST_OTHER_LEDGER(ERROR),
    /// The inputs that the manifest names read otherwise now: a seal's key is missing or new.
    MANIFEST_INPUTS_DIFFER(ERROR),

    // the run

    /// No redaction of the plan is in force in the period. `period`, `from`, `to`.
    PERIOD_OUTSIDE_PLAN(ERROR),
    /// A template, a message bundle or what they make of a report is wrong. `problem`.
    TEMPLATE_MISTAKE(ERROR),

    // a received file as a whole

    /// The file has no bytes.
    FILE_EMPTY(ERROR),
    /// The file is larger than the limit. `limit` in MiB.
    FILE_TOO_LARGE(ERROR),
    /// The file is no workbook at all.
    FILE_NOT_A_WORKBOOK(ERROR),
    /// The file ends in mid-air or contradicts itself. `problem`, a technical name.
    FILE_DAMAGED(ERROR),
    /// The file asks for a password.
    FILE_ENCRYPTED(ERROR),
    /// The file holds macros or other programs.
    FILE_ACTIVE_CONTENT(ERROR),
    /// The file is built to do harm, or looks so. `problem`, a technical name.
    FILE_SUSPICIOUS(ERROR),
    /// The file is an Excel file of another kind: Strict, binary. `problem`, a technical name.
    FILE_OTHER_KIND(ERROR),
    /// The file refers to other files or addresses; they were not followed.
    FILE_REFERS_OUTSIDE(WARNING),
    /// Reading the file failed. `problem`, a technical name.
    FILE_UNREADABLE(ERROR),
    /// More parts in the package than the limit. `limit`.
    FILE_PARTS_TOO_MANY(ERROR),
    /// The file unpacks to more than the limit. `limit` in MiB.
    FILE_UNPACKED_TOO_LARGE(ERROR),
    /// A part unpacks to too many times its size. `limit`.
    FILE_TOO_DENSE(ERROR),
    /// Elements of XML stand too deep within each other. `limit`.
    FILE_XML_TOO_DEEP(ERROR),
    /// More sheets than the limit. `limit`.
    FILE_SHEETS_TOO_MANY(ERROR),
    /// More rows than the limit, blank ones counted. `limit`.
    FILE_ROWS_TOO_MANY(ERROR),
    /// More filled-in rows than the limit. `limit`.
    FILE_FILLED_ROWS_TOO_MANY(ERROR),
    /// Something stands in a column beyond the limit. `limit`.
    FILE_COLUMNS_TOO_MANY(ERROR),
    /// More cells than the limit, blank ones counted. `limit`.
    FILE_CELLS_TOO_MANY(ERROR),
    /// A text is longer than the limit. `limit` in letters.
    FILE_TEXT_TOO_LONG(ERROR),
    /// More texts than the limit. `limit`.
    FILE_TEXTS_TOO_MANY(ERROR),
    /// A formula is longer than the limit. `limit` in letters.
    FILE_FORMULA_TOO_LONG(ERROR),
    /// A formula's brackets stand too deep within each other. `limit`.
    FILE_FORMULA_TOO_DEEP(ERROR),
    /// More cell styles than the limit. `limit`.
    FILE_STYLES_TOO_MANY(ERROR),
    /// More merged areas, checks and column widths than the limit. `limit`.
    FILE_RECORDS_TOO_MANY(ERROR),
    /// Reading the file took longer than the limit. `limit` in seconds.
    FILE_TOO_SLOW(ERROR),
    /// The file's content takes more memory than the limit. `limit` in MiB.
    FILE_TOO_HEAVY(ERROR),
    /// No sheet holds the form's table.
    FORM_NOT_FOUND(ERROR),
    /// A column without which no row can be understood is missing. `column`.
    COLUMN_MISSING(ERROR),
    /// Two columns have the same header; the first one was read. `column`, `other`.
    COLUMN_TWICE(WARNING),
    /// An answer column of the form is missing. `column`.
    COLUMN_LEFT_OUT(INFO),
    /// A column that the form does not have.
    COLUMN_UNKNOWN(INFO),
    /// Columns do not stand where the form has them; they were found by their headers. `column`,
    /// the first one.
    COLUMNS_MOVED(INFO),
    /// The column is hidden; it was read. `column`.
    COLUMN_HIDDEN(INFO),
    /// The sheet is hidden; it was read.
    SHEET_HIDDEN(INFO),
    /// The header stands there again; the row was passed over.
    HEADER_REPEATED(INFO),
    /// An answer in merged cells counts for the first of their rows. `first`, `last`.
    ANSWER_MERGED(WARNING),
    /// The file counts its days from 1904; they were read so.
    DAYS_FROM_1904(INFO),
    /// The form's hidden identity is gone; plan and period were read from what can be seen.
    FORM_IDENTITY_MISSING(WARNING),
    /// The form bears no seal.
    SEAL_MISSING(WARNING),
    /// The form's seal does not fit what it seals, or its key is not accepted.
    SEAL_INVALID(WARNING),
    /// The operator said whose file it is. `agency`.
    FILE_ADMITTED(INFO),
    /// The form is for another period than the operator admitted it for. `period`, `admitted`.
    PERIOD_ADMITTED_OTHER(ERROR),
    /// A file without a valid seal lies in the inbox's root.
    UNSEALED_IN_ROOT(ERROR),
    /// The folder's name is no agency of the register. `folder`.
    FOLDER_UNKNOWN(ERROR),
    /// The form was issued to another agency than the one whose folder it lies in. `folder`.
    AGENCY_WRONG(ERROR),
    /// The form was issued to the agency's predecessor. `agency`.
    AGENCY_PREDECESSOR(INFO),
    /// The form is not for a plan that is known here.
    PLAN_WRONG(ERROR),
    /// The form was made from a redaction that is not known here.
    REDACTION_UNKNOWN(WARNING),
    /// The form's period cannot be read, or lies outside the plan's years. `from`, `to`.
    PERIOD_WRONG(ERROR),
    /// No answer stands in the form.
    FORM_BLANK(ERROR),
    /// A fault of the program: the rows do not add up. `seen`, `accounted`.
    ROWS_DO_NOT_CLOSE(ERROR),

    // a row of a form

    /// The measure's number cannot be read.
    MEASURE_UNREADABLE(ERROR),
    /// The plan has no such measure. `last`, its last number.
    MEASURE_UNKNOWN(ERROR),
    /// The year cannot be read, or is none of the plan's. `from`, `to`.
    YEAR_WRONG(ERROR),
    /// The row belongs to an agency that is not in the register.
    HOLDER_UNKNOWN(ERROR),
    /// The row names the body that held the function before. `holder`.
    HOLDER_PREDECESSOR(INFO),
    /// The row is another agency's obligation.
    HOLDER_OTHER(ERROR),
    /// Two rows answer differently for one measure and year. `measure`, `year`, `other`, a place.
    ROW_CONTRADICTED(ERROR),
    /// A row repeats another word for word. `measure`, `year`, `other`, a place.
    ROW_REPEATED(INFO),
    /// The row is hidden; it was read.
    ROW_HIDDEN(INFO),
    /// There are answers and no status.
    STATUS_MISSING(ERROR),
    /// The status is none of the form's words.
    STATUS_UNREADABLE(ERROR),
    /// The kind of document is none of the form's words.
    KIND_UNREADABLE(ERROR),
    /// The cell is not a day. `column`.
    DATE_UNREADABLE(ERROR),
    /// The cell can be read as two days. `column`.
    DATE_AMBIGUOUS(ERROR),
    /// A day written as text was read. `column`.
    DATE_FROM_TEXT(INFO),
    /// A day that had lost its format was read. `column`.
    DATE_FROM_NUMBER(INFO),
    /// The cell is not a number. `column`.
    NUMBER_UNREADABLE(ERROR),
    /// The cell can be read as two numbers. `column`.
    NUMBER_AMBIGUOUS(ERROR),
    /// The number is negative. `column`.
    NUMBER_NEGATIVE(ERROR),
    /// A number written as text was read. `column`.
    NUMBER_FROM_TEXT(INFO),
    /// A fraction shown as a percentage was read as percent. `column`.
    PERCENT_FROM_FRACTION(INFO),
    /// The percentage is below one; it was taken as it stands. `column`.
    PERCENT_BELOW_ONE(WARNING),
    /// The denominator is zero. `column`.
    DENOMINATOR_ZERO(ERROR),
    /// Numerator or denominator stands alone.
    RATIO_INCOMPLETE(WARNING),
    /// The cell holds an error value. `column`.
    CELL_FAULT(ERROR),
    /// The cell holds a formula whose value is not in the file. `column`.
    FORMULA_WITHOUT_VALUE(ERROR),
    /// A formula's last value was read. `column`.
    FORMULA_VALUE(INFO),
    /// The value of merged cells was taken from their first row. `column`.
    VALUE_FROM_MERGED(INFO),
    /// The office program seems to have made a day of a document's number. `column`.
    NUMBER_BECAME_DAY(WARNING),
    /// A document's number that is a mere number was read. `column`.
    TEXT_FROM_NUMBER(INFO),
    /// A word with look-alike letters was read. `column`.
    WORD_LOOK_ALIKE(INFO),
    /// Claimed done, and the day is missing.
    DONE_WITHOUT_DATE(WARNING),
    /// Claimed done, and kind, number or date of the document is missing.
    DONE_WITHOUT_DOCUMENT(WARNING),
    /// An earlier "done" is withdrawn without a word of why.
    WITHDRAWN_WITHOUT_REASON(WARNING),
    /// The outgoing letter's date cannot be read.
    LETTER_DATE_UNREADABLE(WARNING);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /// The code in bundles and reports: `DATA_UNREADABLE` is `data-unreadable`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
