package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.Device;

/** Steps about people at the panels of devices. */
final class PeopleRows {
    static final Section PEOPLE_AND_PANEL = Section.of(
            "People and panel",
            "人员与面板",
            row(
                    "LogIn",
                    ACT,
                    "{person} logs in as operator {digits} with password {digits}",
                    "{person}以操作员{digits}登录，密码{digits}",
                    (s, a) -> s.people().logIn(a.person(0), a.text(1), a.text(2))),
            row(
                    "PressKey",
                    ACT,
                    "{person} presses {text}",
                    "{person}按下{text}键",
                    (s, a) -> s.people().press(a.person(0), a.text(1))),
            row(
                    "TypeDigits",
                    ACT,
                    "{person} types {digits}",
                    "{person}键入{digits}",
                    (s, a) -> s.people().type(a.person(0), a.text(1))),
            row(
                    "TypeOn",
                    ACT,
                    "{person} types {digits} on {device}",
                    "{person}键入{digits}，使用{device}",
                    (s, a) -> s.people().typeOn(a.person(0), a.text(1), a.at(2, Device.class))),
            row(
                    "ChooseMenu",
                    ACT,
                    "{person} chooses {text}",
                    "{person}选择{text}",
                    (s, a) -> s.people().choose(a.person(0), a.text(1))),
            row(
                    "Cancel",
                    ACT,
                    "{person} cancels",
                    "{person}按取消",
                    (s, a) -> s.people().cancel(a.person(0))),
            row(
                    "DoNothing",
                    ACT,
                    "{person} does nothing for {duration}",
                    "{person}在{duration}内不操作",
                    (s, a) -> s.people().doNothing(a.person(0), a.span(1).nanos())),
            row(
                    "CheckNotOffered",
                    CHECK,
                    "{terminal} does not offer {text}",
                    "{terminal}不提供菜单{text}",
                    (s, a) -> s.checks().notOffered(a.terminal(0), a.text(1))));

    private PeopleRows() {}
}
