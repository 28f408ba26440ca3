package dev.counterfoil.terminal.recipe;

import dev.counterfoil.terminal.Role;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.TerminalPolicies;
import dev.counterfoil.terminal.guard.CheckPad;
import dev.counterfoil.terminal.guard.NothingOpen;
import dev.counterfoil.terminal.guard.ReportTamper;
import dev.counterfoil.terminal.guard.SetNumbers;
import dev.counterfoil.terminal.guard.TestCardSlot;
import dev.counterfoil.terminal.guard.Withdraw;
import dev.counterfoil.terminal.inspection.EraseWithdrawn;
import dev.counterfoil.terminal.inspection.Identify;
import dev.counterfoil.terminal.inspection.MakeReport;
import dev.counterfoil.terminal.inspection.ReachHost;
import dev.counterfoil.terminal.inspection.SendReports;
import dev.counterfoil.terminal.inspection.TypeEquipmentState;
import dev.counterfoil.terminal.inspection.TypeWorkContent;
import dev.counterfoil.terminal.inspection.WithChip;
import dev.counterfoil.terminal.keys.CardPassword;
import dev.counterfoil.terminal.keys.FetchMasterKey;
import dev.counterfoil.terminal.keys.InjectionPassword;
import dev.counterfoil.terminal.keys.InsertManagerCard;
import dev.counterfoil.terminal.keys.LoadPrograms;
import dev.counterfoil.terminal.keys.ProveMasterKey;
import dev.counterfoil.terminal.keys.Reactivate;
import dev.counterfoil.terminal.keys.ReportBlockedCard;
import dev.counterfoil.terminal.keys.ReportDownload;
import dev.counterfoil.terminal.keys.RequestDownload;
import dev.counterfoil.terminal.keys.SignIn;
import dev.counterfoil.terminal.keys.TakeComponents;
import dev.counterfoil.terminal.keys.TakeInjection;
import dev.counterfoil.terminal.keys.Unfreeze;
import dev.counterfoil.terminal.online.FetchOnline;
import dev.counterfoil.terminal.online.ReportOnline;
import dev.counterfoil.terminal.stage.Connect;
import dev.counterfoil.terminal.stage.LogIn;
import dev.counterfoil.terminal.stage.Password;
import dev.counterfoil.terminal.stage.SendReversal;
import dev.counterfoil.terminal.stage.TakeTrace;
import dev.counterfoil.terminal.trade.Amount;
import dev.counterfoil.terminal.trade.BatchState;
import dev.counterfoil.terminal.trade.CompareTotals;
import dev.counterfoil.terminal.trade.Conclude;
import dev.counterfoil.terminal.trade.ConfirmOriginal;
import dev.counterfoil.terminal.trade.EncryptTrack;
import dev.counterfoil.terminal.trade.Exchange;
import dev.counterfoil.terminal.trade.Goods;
import dev.counterfoil.terminal.trade.OriginalTrace;
import dev.counterfoil.terminal.trade.Pin;
import dev.counterfoil.terminal.trade.PresentCard;
import dev.counterfoil.terminal.trade.ReceiptOriginal;
import dev.counterfoil.terminal.trade.ShoppingSlip;
import dev.counterfoil.terminal.trade.SignOff;
import dev.counterfoil.terminal.trade.StoreReversal;
import dev.counterfoil.terminal.trade.UploadBatch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The stages of each kind of transaction, in order. */
public final class Recipes {
    // spotless:off
    private static final List<Supplier<Stage>> LOG_IN = List.of(
            LogIn::new);
    private static final List<Supplier<Stage>> SIGN_IN = List.of(
            ProveMasterKey::new, Connect::new, ReportBlockedCard::new, Recipes::sendOpenResult, ReportOnline::ofEarlier,
            Recipes::withdrawalBeforeSignIn, TakeTrace::new, SignIn::new, Recipes::reportsAtSignIn);
    private static final List<Supplier<Stage>> SALE = List.of(
            BatchState::new, Goods::new, Amount::new, Recipes::cardBeforePin, ShoppingSlip::new,
            Pin::new, EncryptTrack::new,
            Connect::new, Recipes::sendReversal, TakeTrace::new, StoreReversal::new, Exchange::new, Conclude::new);
    private static final List<Supplier<Stage>> VOID = List.of(
            BatchState::new, Recipes::supervisor, OriginalTrace::new, ConfirmOriginal::new,
            Connect::new, Recipes::sendReversal, TakeTrace::new, StoreReversal::new, Exchange::new, Conclude::new);
    private static final List<Supplier<Stage>> VOID_WITH_CARD = List.of(
            BatchState::new, Recipes::supervisor, OriginalTrace::new, ConfirmOriginal::new,
            Recipes::cardAlone, EncryptTrack::new,
            Connect::new, Recipes::sendReversal, TakeTrace::new, StoreReversal::new, Exchange::new, Conclude::new);
    private static final List<Supplier<Stage>> VOID_OFF_A_RECEIPT = List.of(
            ReceiptOriginal::new, Amount::new, Connect::new, TakeTrace::new, Exchange::new, Conclude::new);
    private static final List<Supplier<Stage>> BALANCE = List.of(
            Recipes::cardBeforePin, Pin::new, EncryptTrack::new,
            Connect::new, Recipes::sendReversal, TakeTrace::new, Exchange::new, Conclude::new);
    private static final List<Supplier<Stage>> SIGN_OFF = List.of(
            Connect::new, Recipes::sendReversal, TakeTrace::new, SignOff::new);
    private static final List<Supplier<Stage>> SETTLEMENT = List.of(
            BatchState::new,
            Connect::new, Recipes::insistOnReversal, Recipes::reportsAtSettlement,
            TakeTrace::new, CompareTotals::new, UploadBatch::new);
    private static final List<Supplier<Stage>> KEY_DOWNLOAD = List.of(
            Recipes::administrator, InsertManagerCard::new, CardPassword::new,
            Connect::new, ReportBlockedCard::new,
            TakeTrace::new, RequestDownload::new, FetchMasterKey::new, Recipes::reportDownload);
    private static final List<Supplier<Stage>> ONLINE_DOWNLOAD = List.of(
            Recipes::administrator, Connect::new, TakeTrace::new, FetchOnline::new, ReportOnline::atOnce);
    private static final List<Supplier<Stage>> KEY_INJECTION = List.of(
            Recipes::administrator, InjectionPassword::new, TakeInjection::new);
    private static final List<Supplier<Stage>> KEY_COMPONENTS = List.of(
            Recipes::administrator, TakeComponents::new);
    private static final List<Supplier<Stage>> LOAD_PROGRAMS = List.of(
            Recipes::administrator, LoadPrograms::new);
    private static final List<Supplier<Stage>> RE_ACTIVATE = List.of(
            Recipes::administrator, Reactivate::new, ProveMasterKey::new, Unfreeze::new);
    private static final List<Supplier<Stage>> DECOMMISSION = List.of(
            Recipes::administrator, NothingOpen::new, Connect::new, TakeTrace::new, Withdraw::new);
    private static final List<Supplier<Stage>> PARAMETERS = List.of(
            NothingOpen::new, SetNumbers::new);
    private static final List<Supplier<Stage>> INSPECTION = List.of(
            TypeWorkContent::new, TypeEquipmentState::new, Identify::new, Recipes::passwordOfChip,
            MakeReport::new, ReachHost::new, Recipes::reports);
    private static final List<Supplier<Stage>> POWER_ON = List.of(
            CheckPad::atPowerOn, EraseWithdrawn::new, TestCardSlot::new);
    private static final List<Supplier<Stage>> CHECK_PAD = List.of(
            CheckPad::pluggedIn);
    private static final List<Supplier<Stage>> TAMPER_REPORT = List.of(
            Connect::new, TakeTrace::new, ReportTamper::new);
    // spotless:on

    private Recipes() {}

    /**
     * The recipes that these policies want: {@code voidAsksCard} and {@code voidWithoutJournal} change the void, {@code
     * keyScheme} whatever is done under keys.
     */
    public static Map<Task, List<Supplier<Stage>>> of(TerminalPolicies policies) {
        Map<Task, List<Supplier<Stage>>> recipes = new EnumMap<>(Task.class);
        recipes.put(Task.LOG_IN, LOG_IN);
        recipes.put(Task.SIGN_IN, SIGN_IN);
        recipes.put(Task.SALE, SALE);
        recipes.put(Task.VOID, ofVoid(policies));
        recipes.put(Task.BALANCE, BALANCE);
        recipes.put(Task.SIGN_OFF, SIGN_OFF);
        recipes.put(Task.SETTLEMENT, SETTLEMENT);
        recipes.put(Task.KEY_DOWNLOAD, KEY_DOWNLOAD);
        recipes.put(Task.ONLINE_DOWNLOAD, ONLINE_DOWNLOAD);
        recipes.put(Task.KEY_INJECTION, KEY_INJECTION);
        recipes.put(Task.KEY_COMPONENTS, KEY_COMPONENTS);
        recipes.put(Task.LOAD_PROGRAMS, LOAD_PROGRAMS);
        recipes.put(Task.RE_ACTIVATE, RE_ACTIVATE);
        recipes.put(Task.DECOMMISSION, DECOMMISSION);
        recipes.put(Task.PARAMETERS, PARAMETERS);
        recipes.put(Task.INSPECTION, INSPECTION);
        recipes.put(Task.POWER_ON, POWER_ON);
        recipes.put(Task.CHECK_PAD, CHECK_PAD);
        recipes.put(Task.TAMPER_REPORT, TAMPER_REPORT);
        if (policies.dukpt()) {
            DukptRecipes.change(recipes, policies.flag("voidAsksCard"));
        }
        return recipes;
    }

    private static List<Supplier<Stage>> ofVoid(TerminalPolicies policies) {
        if (policies.flag("voidWithoutJournal")) {
            return VOID_OFF_A_RECEIPT;
        }
        return policies.flag("voidAsksCard") ? VOID_WITH_CARD : VOID;
    }

    static Stage administrator() {
        return new Password(Role.ADMINISTRATOR);
    }

    static Stage supervisor() {
        return new Password(Role.SUPERVISOR);
    }

    static Stage cardBeforePin() {
        return new PresentCard(true);
    }

    static Stage cardAlone() {
        return new PresentCard(false);
    }

    static Stage sendReversal() {
        return new SendReversal(true);
    }

    private static Stage insistOnReversal() {
        return new SendReversal(false);
    }

    private static Stage sendOpenResult() {
        return new ReportDownload(true);
    }

    private static Stage passwordOfChip() {
        return new WithChip(new CardPassword());
    }

    private static Stage reports() {
        return new SendReports(SendReports.Occasion.INSPECTION);
    }

    static Stage withdrawalBeforeSignIn() {
        return new SendReports(SendReports.Occasion.BEFORE_SIGN_IN);
    }

    static Stage reportsAtSignIn() {
        return new SendReports(SendReports.Occasion.SIGN_IN);
    }

    private static Stage reportsAtSettlement() {
        return new SendReports(SendReports.Occasion.SETTLEMENT);
    }

    private static Stage reportDownload() {
        return new ReportDownload(false);
    }
}
