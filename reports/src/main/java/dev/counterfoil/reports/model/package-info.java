/**
 * What a run was, as plain data: everything a report shows and nothing about how it is shown.
 * A listener on the trace builds one {@link dev.counterfoil.reports.model.RunReport}; every renderer of the
 * neighbouring packages reads it and nothing else. Times are nanoseconds of virtual time since the scenario's
 * epoch unless a name says otherwise; lists are in the order in which they are to be shown and are copied.
 * Free text is plain text (no markup); renderers escape and mask it. The package knows no trace, no file and no
 * markup, and holds no key value, PIN or clear track: keys are their check values.
 */
@NullMarked
package dev.counterfoil.reports.model;

import org.jspecify.annotations.NullMarked;
