/** Counterfoil: a full-system simulator and test bench for card acquiring. Each subpackage is one room of the house. */
package dev.counterfoil;
