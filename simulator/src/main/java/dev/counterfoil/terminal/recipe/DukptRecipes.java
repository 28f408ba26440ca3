package dev.counterfoil.terminal.recipe;

import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.keys.DrawKey;
import dev.counterfoil.terminal.keys.Reactivate;
import dev.counterfoil.terminal.keys.SignIn;
import dev.counterfoil.terminal.keys.Unfreeze;
import dev.counterfoil.terminal.stage.Connect;
import dev.counterfoil.terminal.stage.TakeTrace;
import dev.counterfoil.terminal.trade.Amount;
import dev.counterfoil.terminal.trade.BatchState;
import dev.counterfoil.terminal.trade.Conclude;
import dev.counterfoil.terminal.trade.ConfirmOriginal;
import dev.counterfoil.terminal.trade.EncryptTrack;
import dev.counterfoil.terminal.trade.Exchange;
import dev.counterfoil.terminal.trade.Goods;
import dev.counterfoil.terminal.trade.OriginalTrace;
import dev.counterfoil.terminal.trade.Pin;
import dev.counterfoil.terminal.trade.ShoppingSlip;
import dev.counterfoil.terminal.trade.StoreReversal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a terminal under DUKPT does otherwise. A pad has the keys of one transaction at a time, so an open reversal is
 * sent before they are drawn, and PIN and track come after. A sign-in only fetches the batch, and no key comes by a
 * download or by hands.
 */
final class DukptRecipes {
    // spotless:off
    private static final List<Supplier<Stage>> SIGN_IN = List.of(
            Connect::new, Recipes::withdrawalBeforeSignIn, TakeTrace::new, SignIn::new, Recipes::reportsAtSignIn);
    private static final List<Supplier<Stage>> SALE = List.of(
            BatchState::new, Goods::new, Amount::new, Recipes::cardBeforePin, ShoppingSlip::new,
            Connect::new, Recipes::sendReversal, DrawKey::new, Pin::new, EncryptTrack::new,
            TakeTrace::new, StoreReversal::new, Exchange::new, Conclude::new);
    private static final List<Supplier<Stage>> VOID = List.of(
            BatchState::new, Recipes::supervisor, OriginalTrace::new, ConfirmOriginal::new,
            Connect::new, Recipes::sendReversal, DrawKey::new,
            TakeTrace::new, StoreReversal::new, Exchange::new, Conclude::new);
    private static final List<Supplier<Stage>> VOID_WITH_CARD = List.of(
            BatchState::new, Recipes::supervisor, OriginalTrace::new, ConfirmOriginal::new,
            Recipes::cardAlone, Connect::new, Recipes::sendReversal, DrawKey::new, EncryptTrack::new,
            TakeTrace::new, StoreReversal::new, Exchange::new, Conclude::new);
    private static final List<Supplier<Stage>> BALANCE = List.of(
            Recipes::cardBeforePin,
            Connect::new, Recipes::sendReversal, DrawKey::new, Pin::new, EncryptTrack::new,
            TakeTrace::new, Exchange::new, Conclude::new);
    private static final List<Supplier<Stage>> RE_ACTIVATE = List.of(
            Recipes::administrator, Reactivate::new, Unfreeze::new);
    // spotless:on

    private DukptRecipes() {}

    /** Changes the usual recipes. */
    static void change(Map<Task, List<Supplier<Stage>>> recipes, boolean voidAsksCard) {
        recipes.put(Task.SIGN_IN, SIGN_IN);
        recipes.put(Task.SALE, SALE);
        recipes.put(Task.VOID, voidAsksCard ? VOID_WITH_CARD : VOID);
        recipes.put(Task.BALANCE, BALANCE);
        recipes.put(Task.RE_ACTIVATE, RE_ACTIVATE);
        recipes.remove(Task.KEY_DOWNLOAD);
        recipes.remove(Task.ONLINE_DOWNLOAD);
        recipes.remove(Task.KEY_COMPONENTS);
    }
}
