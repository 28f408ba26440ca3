@keys @fraud
Feature: A stolen manager card with a known password
  The registry knows where and when a card may be used; elsewhere it is refused and suspended.

  Background:
    Given the estate "guarded_card.conf"
    And T1 starts unloaded
    And the host has opened a work order for T1

  @F-12
  Scenario: At its merchants and in its hours the card works
    Given the run starts on 2026-03-16 at 09:00
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is approved

  @F-12
  Scenario Outline: At <time> it is refused, and suspended from then on
    Given the run starts on 2026-03-16 at <time>
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is declined with D6
    And the host holds manager card M1 as suspended
    And the HSM has received nothing for T1
    And the master key of T1 is EMPTY
    When the clock reaches 09:00
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is declined with D4
    And the master key of T1 is EMPTY

    Examples:
      | time  |
      | 07:59 |
      | 18:00 |
      | 23:30 |

  @F-12
  Scenario: At a merchant of somebody else's it is refused, and suspended everywhere
    Given the run starts on 2026-03-16 at 09:00
    And T3 starts unloaded
    And the host has opened a work order for T3
    When the manager downloads the master key to T1 with manager card M2
    Then the key download of T1 is declined with D6
    And the master key of T1 is EMPTY
    When the manager downloads the master key to T3 with manager card M2
    Then the key download of T3 is declined with D4

  @O-05
  Scenario: He inspects at his merchants and in his hours only
    Given the run starts on 2026-03-16 at 17:00
    When the technician inspects T1 with manager card M2
    Then the inspection is declined with D6
    And T1 has been inspected 0 times
    When the technician inspects T1 with manager card M1
    Then the last inspection is approved
    When 61 min later
    And the technician inspects T1 with manager card M1
    Then the last inspection is declined with D6
