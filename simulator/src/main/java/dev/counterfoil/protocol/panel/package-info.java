/**
 * Where people and devices meet: keys, display, tones, paper.
 *
 * <p>A panel is a wire like any other; {@link dev.counterfoil.protocol.panel.PanelMessage} is what crosses it, as
 * bytes. Its far end is a simulated person, an operator who is prompted, or a machine. {@link
 * dev.counterfoil.protocol.panel.Text} is the bilingual catalogue of everything a device displays. The package knows no
 * device and no person.
 */
package dev.counterfoil.protocol.panel;
