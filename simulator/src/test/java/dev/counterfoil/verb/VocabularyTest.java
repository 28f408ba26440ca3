package dev.counterfoil.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.verb.grammar.Expression;
import dev.counterfoil.verb.grammar.Likeness;
import dev.counterfoil.verb.grammar.ParameterKind;
import dev.counterfoil.verb.grammar.ParameterKinds;
import dev.counterfoil.verb.word.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    /** Rows that came after the dictionary was published. */
    private static final List<String> ADDED = List.of(
            "BeginDownloads",
            "CheckCardState",
            "CheckRandomNumbers",
            "CheckDownloadSteps",
            "CheckPromises",
            "TapLine",
            "ReplayProof",
            "TakeKey",
            "TakeKeyAndConfirm",
            "PlantKey",
            "ReadKey",
            "CheckThiefAnswered",
            "CheckThiefKnows",
            "FactoryReset",
            "CheckAudit",
            "CheckMachines",
            "CoverCardSlot",
            "UncoverCardSlot",
            "CheckSlotSensor",
            "Inspect",
            "BindMerchant",
            "CheckWorkOrder",
            "CheckBound",
            "CheckInspectionTally",
            "CheckGrade",
            "CheckInspections",
            "CheckReportsWaiting",
            "CheckDeskNote",
            "BlankCard",
            "IssueCard",
            "PullCard",
            "IssuerPowerFails",
            "SendToCard",
            "CheckIssuing");

    @Test
    void has_every_row_of_the_published_dictionary_that_is_not_for_later() {
        assertThat(Vocabulary.rows().stream().map(Row::name).filter(name -> !ADDED.contains(name)))
                .containsExactlyElementsOf(PublishedVocabulary.dictionary().stream()
                        .filter(entry -> !entry.later())
                        .map(PublishedVocabulary.Entry::name)
                        .toList());
        assertThat(Vocabulary.rows().stream().map(Row::name)).containsAll(ADDED);
    }

    @Test
    void words_every_row_as_the_published_dictionary_does() {
        Map<String, PublishedVocabulary.Entry> published = new LinkedHashMap<>();
        PublishedVocabulary.dictionary().forEach(entry -> published.put(entry.name(), entry));

        for (Vocabulary.Section section : Vocabulary.sections()) {
            for (Row row : section.rows()) {
                PublishedVocabulary.Entry entry = published.get(row.name());
                if (ADDED.contains(row.name())) {
                    continue;
                }
                assertThat(row.english().source()).isEqualTo(entry.english());
                assertThat(row.chinese().source()).isEqualTo(entry.chinese());
                assertThat(section.english()).isEqualTo(entry.section());
                assertThat(natures(entry)).as(row.name()).contains(row.nature());
            }
        }
    }

    private static List<Row.Nature> natures(PublishedVocabulary.Entry entry) {
        return switch (entry.nature()) {
            case "arrange or act" -> List.of(Row.Nature.ACT);
            case "declares and demands the finding" -> List.of(Row.Nature.CHECK);
            default -> List.of(Row.Nature.valueOf(entry.nature().toUpperCase(Locale.ROOT)));
        };
    }

    @Test
    void names_the_same_types_in_the_same_order_in_both_languages() {
        for (Row row : Vocabulary.rows()) {
            assertThat(row.english().kinds())
                    .as(row.name())
                    .isEqualTo(row.chinese().kinds());
        }
    }

    @Test
    void takes_a_table_exactly_where_the_wording_ends_in_a_colon() {
        for (Row row : Vocabulary.rows()) {
            assertThat(row.takesTable())
                    .as(row.name())
                    .isEqualTo(row.english().source().endsWith(":"));
            assertThat(row.takesTable())
                    .as(row.name())
                    .isEqualTo(row.chinese().source().endsWith("："));
        }
    }

    @Test
    void no_step_can_be_read_as_two_rows() {
        Map<String, List<String>> examples = new LinkedHashMap<>();
        PublishedVocabulary.examples()
                .forEach(e -> examples.computeIfAbsent(e.type(), t -> new ArrayList<>())
                        .add(e.text()));
        for (Row row : Vocabulary.rows()) {
            for (Language language : Language.values()) {
                for (int turn = 0; turn < 24; turn++) {
                    String step = example(row.in(language), examples, turn);
                    if (hasWords(row.in(language)) || Language.of(step) == language) {
                        assertThat(readers(step)).as(step).containsExactly(row.name());
                    }
                }
            }
        }
    }

    /** A wording that is all parameters is told by its language alone. */
    private static boolean hasWords(Expression wording) {
        return !wording.source().replaceAll("\\{[a-z]+\\}", "").isEmpty();
    }

    private static String example(Expression wording, Map<String, List<String>> examples, int turn) {
        String step = wording.source();
        int position = 0;
        for (ParameterKind<?> kind : wording.kinds()) {
            List<String> forms = examples.get(kind.name());
            String form = forms.get((turn + position++ * 7) % forms.size());
            step = step.replaceFirst("\\{" + kind.name() + "\\}", Matcher.quoteReplacement(form));
        }
        return step;
    }

    private static List<String> readers(String step) {
        return Vocabulary.rows().stream()
                .filter(row -> Stream.of(Language.values())
                        .anyMatch(language -> row.in(language).read(step).isPresent()))
                .map(Row::name)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloned_terminal",
                "cloned_terminal.zh",
                "hsm_down",
                "key_download",
                "key_download.zh",
                "loose_plug",
                "loose_plug.zh",
                "real_pad",
                "sale_and_reversal",
                "sale_and_reversal.zh",
                "settlement",
                "sign_in",
                "timeout_boundary",
                "wrong_mac"
            })
    void reads_every_step_of_the_published_features_as_one_row_and_prints_it_back(String feature) {
        for (String step : steps(PublishedVocabulary.text("features/" + feature + ".feature"))) {
            assertThat(readers(step)).as(step).hasSize(1);
            Row row = Vocabulary.row(readers(step).get(0));
            List<Object> values = row.in(Language.of(step)).read(step).orElseThrow();
            assertThat(row.in(Language.of(step)).print(values)).isEqualTo(step);
        }
    }

    private static List<String> steps(String feature) {
        return feature.replaceAll("(?s)@later.*?(?=\n  @|\\z)", "")
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("(?:Given |When |Then |And |假如|当|那么|并且).*"))
                .filter(line -> !line.contains("<"))
                .map(line -> line.replaceFirst("^(?:Given |When |Then |And |假如|当|那么|并且)", ""))
                .toList();
    }

    static Stream<PublishedVocabulary.Printed> examples() {
        return PublishedVocabulary.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void reads_each_published_form_and_prints_it_in_both_languages(PublishedVocabulary.Printed form) {
        ParameterKind<?> kind = ParameterKinds.named(form.type());
        assertThat(form.text()).matches(kind.expression());
        Object value = kind.parse(form.text());

        for (Language language : Language.values()) {
            String printed = kind.print(value, language);
            assertThat(printed).matches(kind.expression());
            assertThat(kind.<Object>parse(printed)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void prints_each_published_form_as_it_was_written(PublishedVocabulary.Printed form) {
        ParameterKind<?> kind = ParameterKinds.named(form.type());
        Language language = form.language().equals("en") ? Language.ENGLISH : Language.CHINESE;

        assertThat(kind.print(kind.parse(form.text()), language))
                .isEqualTo(ACCEPTED.getOrDefault(form.language() + " " + form.type() + " " + form.text(), form.text()));
    }

    /** Forms that are accepted and printed otherwise. */
    private static final Map<String, String> ACCEPTED = Map.ofEntries(
            Map.entry("en terminal terminal T1", "T1"),
            Map.entry("zh terminal 终端T1", "T1"),
            Map.entry("en money 100 yuan", "100.00 yuan"),
            Map.entry("zh money 100元", "100.00元"),
            Map.entry("en text 'one posting a sale'", "\"one posting a sale\""),
            Map.entry("zh text 「请签到」", "“请签到”"),
            Map.entry("zh text \"please sign in\"", "“please sign in”"),
            Map.entry("zh managercard 运维管理员卡M1", "管理员卡M1"));

    @Test
    void prints_a_verb_in_the_other_language() {
        Verb verb = Vocabulary.parse("the clerk of T2 sells \"茶\" for 25.00 yuan with card A")
                .orElseThrow();

        assertThat(verb.chinese()).isEqualTo("T2的收银员售出“茶”，金额25.00元，使用卡A");
        assertThat(Vocabulary.parse(verb.chinese())).contains(verb);
    }

    @Test
    void translates_the_heads_and_cells_of_a_table() {
        Verb verb = Vocabulary.parse(
                        "the host answers by this script:",
                        List.of(
                                List.of("message", "fields", "after"),
                                List.of("the next 0200", "F39 00", "90 s"),
                                List.of("0400", "", "")))
                .orElseThrow();

        assertThat(verb.table()).isNotNull();
        assertThat(verb.args().rows().print(Language.CHINESE))
                .containsExactly(
                        List.of("报文", "域值", "延时"), List.of("下一笔0200", "F39为00", "90秒"), List.of("0400", "", ""));
    }

    @Test
    void refuses_a_table_that_the_step_does_not_take() {
        assertThatThrownBy(() -> Vocabulary.parse("the life of the MAC key of T1 reads:", List.of(List.of("status"))))
                .hasMessageContaining("status")
                .hasMessageContaining("state");
        assertThatThrownBy(() -> Vocabulary.parse("the life of the MAC key of T1 reads:"))
                .hasMessage("the step needs a data table");
        assertThatThrownBy(() -> Vocabulary.parse("the clerk signs in", List.of(List.of("state"))))
                .hasMessage("the step takes no table");
    }

    @ParameterizedTest
    @MethodSource("misworded")
    void suggests_the_nearest_wording_in_the_language_of_the_step(String step, String row) {
        Expression nearest = Vocabulary.nearest(step).nearest();

        assertThat(nearest).isSameAs(Vocabulary.row(row).in(Language.of(step)));
        assertThat(Vocabulary.parse(step)).isEmpty();
    }

    static Stream<Arguments> misworded() {
        return Stream.of(
                Arguments.of("the clerk sold goods for 25.00 yuan with card A", "Sell"),
                Arguments.of("the clerk sells goods for 25.0 yuan with card A", "Sell"),
                Arguments.of("the shop rests", "Rest"),
                Arguments.of("the clerk sold goods", "Sell"),
                Arguments.of("收银员做了消费", "Sell"),
                Arguments.of("the balance of card A should be 3.00 yuan", "CheckBalance"),
                Arguments.of("收银员做了一笔25.00元的消费，用卡A", "Sell"),
                Arguments.of("卡A的余额是75.00元", "CheckBalance"),
                Arguments.of("T1已经签到", "CheckOwnSignIn"),
                Arguments.of("the clerk sell goods for 25.00 yuan with card A", "Sell"),
                Arguments.of("the clerk is selling goods for 25.00 yuan with card A", "Sell"),
                Arguments.of("the cardholder of card A know the PIN 123456", "KnowPin"),
                Arguments.of("the next 0210 to T1 gets lost", "HarmMessage"),
                Arguments.of("T1 holds a reversal record for reason 98", "CheckReversalOpen"),
                Arguments.of("the host posted the sale once", "CheckPosted"),
                Arguments.of("the technician reactivates the pad of T1", "Reactivate"),
                Arguments.of("the pad of T1 does not answer", "MutePad"),
                Arguments.of("T1 sends 0400 twice", "CheckSent"),
                Arguments.of("the host and T1 agree on the totals", "CheckTotalsAgree"),
                Arguments.of("收银员做了一笔25.00元的消费,使用卡A", "Sell"),
                Arguments.of("收银员做一笔25元钱的消费，使用卡A", "Sell"),
                Arguments.of("卡A余额为75.00元", "CheckBalance"),
                Arguments.of("主机对该笔消费入帐1次", "CheckPosted"),
                Arguments.of("T1的密码键盘停止回答", "MutePad"),
                Arguments.of("收银员签倒", "SignIn"),
                Arguments.of("T1发出一次“叮”声", "CheckTone"),
                Arguments.of("维修员重新激活了T1的密码键盘", "Reactivate"),
                Arguments.of("下一笔发往T1的0210丢失", "HarmMessage"),
                Arguments.of("T1没有待发的冲正", "CheckNoReversal"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "the clerk sells goods for 25 dollars with card A | Sell | `25 dollars` should be {money}, such as 25.00",
                "clerk sells goods for 25.00 yuan with card A | Sell | `clerk` should be {person}, such as the clerk",
                "the clerk sells tea for 25.00 yuan with card A | SellNamed | `tea` should be {text}, such as `please",
                "T1 has sent 0400 two times | CheckSent | `two times` should be {times}, such as 0 times, once",
                "the balance of card A is 75.00 | CheckBalance | `75.00` should be {money}",
                "T1 is signed in | CheckTerminalState | `signed in` should be {tstate}: unloaded, loaded, signed-in",
                "10 minutes later | PassTime | `10 minutes` should be {duration}, such as 59 s",
                "master key of T1 is ACTIVE | CheckKeyState | `master key of T1` should be {keyref}",
                "the master key of T1 is active | CheckKeyState | `active` should be {keystate}: EMPTY",
                "the sale is refused | CheckVerdict | `refused` should be {verdict}, such as approved",
                "收银员做一笔25.00美元的消费，使用卡A | Sell | `25.00美元` should be {money}, such as 25.00元",
                "T1的初始状态为已经签到 | StartState | `已经签到` should be {tstate}: 未装密钥",
                "该消费的结果为批准 | CheckVerdict | `该消费` should be {transaction}, such as 该笔消费",
                "T1发出0400共两次 | CheckSent | `两次` should be {times}, such as 0次",
                "过10分 | PassTime | `10分` should be {duration}, such as 59秒",
                "收银员做一笔25.00元的消费，使用A | Sell | `A` should be {card}, such as 卡A",
                "主密钥的状态为可用 | CheckKeyState | `主密钥` should be {keyref}, such as T1的主密钥",
                "T1的主密钥的状态为激活 | CheckKeyState | `激活` should be {keystate}: 空",
                "T1的策略afterLastTry取值“block” | SetPolicy | `“block”` should be {value}, such as printAndDrop",
                "卡A的初始余额为一百元 | SetBalance | `一百元` should be {money}, such as 25.00元"
            })
    void says_which_parameter_does_not_fit_its_type_when_the_words_are_right(String step, String row, String hint) {
        Likeness likeness = Vocabulary.nearest(step);

        assertThat(likeness.nearest()).isSameAs(Vocabulary.row(row).in(Language.of(step)));
        assertThat(likeness.hint()).contains(hint.replace('`', '"')).endsWith("\"" + likeness.nearest() + "\"");
    }

    @Test
    void every_parameter_type_shows_how_it_is_written_in_both_languages() {
        for (ParameterKind<?> kind : ParameterKinds.all()) {
            for (Language language : Language.values()) {
                assertThat(kind.forms(language))
                        .as(kind.name())
                        .isNotEmpty()
                        .allMatch(form -> form.matches(kind.expression()));
            }
        }
    }
}
