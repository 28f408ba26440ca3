package dev.counterfoil.people;

import static dev.counterfoil.people.Device.ASKING;
import static dev.counterfoil.people.Device.PAD;
import static dev.counterfoil.people.Device.TERMINAL;

import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.protocol.panel.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people can be asked to do. Every method takes the role of who does it. */
public final class Tasks {
    private static final String CARDHOLDER_PIN = "the PIN";
    private static final String ADMINISTRATOR = "99";
    private static final String ALL_IN_ORDER = "1111111111";
    private static final String GOOD = "0";

    private final Staff staff;

    public Tasks(Staff staff) {
        this.staff = staff;
    }

    /** The whole sale: goods, amount, card, PIN. */
    public Task sell(String role, String goods, long amountFen, CardInHand card, PinHabit habit) {
        Map<Text, Reaction> reactions = entries(goods, amountFen);
        present(reactions, card, habit);
        return menu(role, Menu.SALE, reactions);
    }

    /** The sale up to the first prompt after the amount. */
    public Task startSale(String role, String goods, long amountFen) {
        return new Task(role, List.of(new Act.Choose(Menu.SALE)), entries(goods, amountFen), TaskEnd.ASKED, List.of());
    }

    public Task balance(String role, CardInHand card, PinHabit habit) {
        Map<Text, Reaction> reactions = login();
        present(reactions, card, habit);
        return menu(role, Menu.BALANCE, reactions);
    }

    /**
     * The void of a sale of this terminal.
     *
     * @param voucher the sale's trace number, 6 digits
     * @param supervisorPassword as the supervisor types it
     * @param card presented if the terminal asks for it
     */
    public Task voidSale(String role, String voucher, String supervisorPassword, CardInHand card, PinHabit habit) {
        Map<Text, Reaction> reactions = login();
        answer(
                reactions,
                TERMINAL,
                Text.SUPERVISOR_PASSWORD,
                Act.typeSecret(TERMINAL, "supervisor", "the supervisor password", supervisorPassword));
        answer(reactions, TERMINAL, Text.ORIGINAL_TRACE, Act.type(TERMINAL, voucher));
        answer(reactions, TERMINAL, Text.CONFIRM_ORIGINAL, Act.press(TERMINAL, PanelMessage.Key.ENTER));
        present(reactions, card, habit);
        return menu(role, Menu.VOID, reactions);
    }

    /** The same with the password that the supervisor of this shop has. */
    public Task voidSale(String role, String voucher, CardInHand card, PinHabit habit) {
        return voidSale(role, voucher, staff.supervisorPassword(), card, habit);
    }

    /**
     * The void of somebody else's sale by what its receipt shows.
     *
     * @param receipt as the terminal takes it: {@code VOUCHER BATCH REFERENCE AMOUNT MMDD [AUTHORISATION]}
     */
    public Task voidOffReceipt(String role, String receipt) {
        Map<Text, Reaction> reactions = login();
        answer(reactions, TERMINAL, Text.ORIGINAL_TRACE, List.of(new Act.Scan(receipt)));
        answer(reactions, TERMINAL, Text.CONFIRM_ORIGINAL, Act.press(TERMINAL, PanelMessage.Key.ENTER));
        return menu(role, Menu.VOID, reactions);
    }

    public Task signIn(String role) {
        return menu(role, Menu.SIGN_IN, login());
    }

    public Task signOff(String role) {
        return menu(role, Menu.SIGN_OFF, login());
    }

    public Task settle(String role) {
        return menu(role, Menu.SETTLEMENT, login());
    }

    public Task reactivate(String role) {
        return menu(role, Menu.RE_ACTIVATE, asAdministrator());
    }

    public Task decommission(String role) {
        return menu(role, Menu.DECOMMISSION, asAdministrator());
    }

    /** Up to the end, or to a prompt for more than number and password. */
    public Task logIn(String role, String operator, String password) {
        return new Task(
                role, List.of(new Act.Choose(Menu.LOG_IN)), login(operator, password), TaskEnd.ASKED, List.of());
    }

    /** The whole download, and the inspection where the terminal asks for one; the card is taken out at the end. */
    public Task download(String role, CardInHand card, String cardPassword) {
        Map<Text, Reaction> reactions = asAdministrator();
        answer(reactions, TERMINAL, Text.INSERT_MANAGER_CARD, List.of(new Act.Insert(card)));
        inspect(reactions, new Act.Insert(card));
        answer(reactions, PAD, Text.CARD_PASSWORD, Act.typeSecret(PAD, "", "the card password", cardPassword));
        return new Task(
                role,
                List.of(new Act.Choose(Menu.KEY_DOWNLOAD)),
                reactions,
                TaskEnd.AT_REST,
                List.of(new Act.Remove()));
    }

    private static void inspect(Map<Text, Reaction> reactions, Act present) {
        answer(reactions, TERMINAL, Text.WORK_CONTENT, Act.type(TERMINAL, ALL_IN_ORDER));
        answer(reactions, TERMINAL, Text.EQUIPMENT_STATE, Act.type(TERMINAL, GOOD));
        answer(reactions, TERMINAL, Text.PRESENT_MANAGER, List.of(present));
    }

    /** A whole inspection with everything in order; a card without a chip is drawn through the reader. */
    public Task inspect(String role, CardInHand card, boolean chip, String cardPassword) {
        Map<Text, Reaction> reactions = new EnumMap<>(Text.class);
        inspect(reactions, chip ? new Act.Insert(card) : new Act.Swipe(card));
        answer(reactions, PAD, Text.CARD_PASSWORD, Act.typeSecret(PAD, "", "the card password", cardPassword));
        return new Task(
                role, List.of(new Act.Choose(Menu.INSPECTION)), reactions, TaskEnd.AT_REST, List.of(new Act.Remove()));
    }

    /** The download up to the first prompt. */
    public Task startDownload(String role) {
        return new Task(role, List.of(new Act.Choose(Menu.KEY_DOWNLOAD)), asAdministrator(), TaskEnd.ASKED, List.of());
    }

    /** Makes terminal and pad ready to take a key from the mother POS. */
    public Task startInjection(String role) {
        Map<Text, Reaction> reactions = asAdministrator();
        answer(
                reactions,
                PAD,
                Text.INJECTION_PASSWORD,
                Act.typeSecret(PAD, "", "the injection password", staff.injectionPassword()));
        return new Task(role, List.of(new Act.Choose(Menu.KEY_INJECTION)), reactions, TaskEnd.ASKED, List.of());
    }

    /** Whether a key has come or not, none is taken any more. */
    public Task endInjection(String role) {
        return single(role, Act.press(TERMINAL, PanelMessage.Key.CANCEL));
    }

    /** A custodian opens the entry of key components and types the first one. */
    public Task typeFirstComponent(String role, String component, String checkValue) {
        Map<Text, Reaction> reactions = asAdministrator();
        reactions.put(Text.CUSTODIAN_PASSWORD, Reaction.once(PAD, custodianPassword(role)));
        component(reactions, component, checkValue);
        return new Task(role, List.of(new Act.Choose(Menu.KEY_COMPONENTS)), reactions, TaskEnd.ASKED, List.of());
    }

    /** A custodian whose turn it is types the next component. */
    public Task typeNextComponent(String role, String component, String checkValue) {
        Map<Text, Reaction> reactions = new EnumMap<>(Text.class);
        component(reactions, component, checkValue);
        return new Task(role, custodianPassword(role), reactions, TaskEnd.ASKED, List.of());
    }

    private List<Act> custodianPassword(String role) {
        return Act.typeSecret(PAD, "", "the custodian password", staff.custodianPassword(role));
    }

    private static void component(Map<Text, Reaction> reactions, String component, String checkValue) {
        answer(reactions, PAD, Text.ENTER_COMPONENT, Act.typeSecret(PAD, "", "the key component", component));
        answer(reactions, PAD, Text.ENTER_CHECK_VALUE, Act.type(PAD, checkValue));
    }

    /** Has a downloader give its files to the terminal. */
    public Task loadPrograms(String role, String files) {
        Map<Text, Reaction> reactions = asAdministrator();
        answer(reactions, TERMINAL, Text.CONNECT_DOWNLOADER, List.of(new Act.Scan(files)));
        return menu(role, Menu.LOAD_PROGRAMS, reactions);
    }

    public Task choose(String role, Menu entry) {
        return single(role, List.of(new Act.Choose(entry)));
    }

    public Task scan(String role, String text) {
        return single(role, List.of(new Act.Scan(text)));
    }

    public Task swipe(String role, CardInHand card) {
        return single(role, List.of(new Act.Swipe(card)));
    }

    public Task insert(String role, CardInHand card) {
        return single(role, List.of(new Act.Insert(card)));
    }

    public Task remove(String role) {
        return single(role, List.of(new Act.Remove()));
    }

    /** Digits and ENTER, on whichever device asks. */
    public Task type(String role, String digits) {
        return single(role, Act.type(ASKING, digits));
    }

    /** Digits and ENTER on this device, asked or not. */
    public Task typeOn(String role, Device device, String digits) {
        return single(role, Act.type(device, digits));
    }

    public Task typePin(String role, String pin) {
        return single(role, Act.typeSecret(PAD, "", CARDHOLDER_PIN, pin));
    }

    public Task typeCardPassword(String role, String password) {
        return single(role, Act.typeSecret(PAD, "", "the card password", password));
    }

    /** A key by its label, on whichever device asks. */
    public Task press(String role, String label) {
        return single(role, Act.press(ASKING, label.toUpperCase(Locale.ROOT)));
    }

    public Task cancel(String role) {
        return press(role, PanelMessage.Key.CANCEL);
    }

    public Task doNothing(String role, long nanos) {
        return new Task(role, List.of(new Act.Pause(nanos)), TaskEnd.DONE);
    }

    private static Task single(String role, List<Act> acts) {
        return new Task(role, acts, TaskEnd.NEXT_DISPLAY);
    }

    private static Task menu(String role, Menu entry, Map<Text, Reaction> reactions) {
        return new Task(role, List.of(new Act.Choose(entry)), reactions, TaskEnd.AT_REST, List.of());
    }

    private Map<Text, Reaction> login() {
        return login(staff.operator(), staff.operatorPassword());
    }

    /** Key management asks for the administrator's password, whoever is logged in. */
    private Map<Text, Reaction> asAdministrator() {
        return login(ADMINISTRATOR, staff.administratorPassword());
    }

    private static Map<Text, Reaction> login(String operator, String password) {
        Map<Text, Reaction> reactions = new EnumMap<>(Text.class);
        answer(reactions, TERMINAL, Text.OPERATOR_NUMBER, Act.type(TERMINAL, operator));
        answer(
                reactions,
                TERMINAL,
                Text.OPERATOR_PASSWORD,
                Act.typeSecret(TERMINAL, "", "the operator password", password));
        return reactions;
    }

    private Map<Text, Reaction> entries(String goods, long amountFen) {
        Map<Text, Reaction> reactions = login();
        answer(reactions, TERMINAL, Text.ENTER_GOODS, List.of(new Act.Scan(goods)));
        answer(reactions, TERMINAL, Text.ENTER_AMOUNT, Act.type(TERMINAL, Long.toString(amountFen)));
        return reactions;
    }

    private static void present(Map<Text, Reaction> reactions, CardInHand card, PinHabit habit) {
        answer(reactions, TERMINAL, Text.PRESENT_CARD, List.of(new Act.Swipe(card)));
        Reaction pin = new Reaction(PAD, () -> Act.typeSecret(PAD, "cardholder", CARDHOLDER_PIN, habit.next()));
        reactions.put(Text.ENTER_PIN, pin);
        reactions.put(Text.PIN_AGAIN, pin);
    }

    private static void answer(Map<Text, Reaction> reactions, Device at, Text asked, List<Act> acts) {
        reactions.put(asked, Reaction.always(at, acts));
    }
}
