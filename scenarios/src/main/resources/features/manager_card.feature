@keys
Feature: The manager's card in the wrong hands, at the wrong place, or pulled too early
  A card is worth what its chip, its password, its registry entry and the work order leave of it.

  Background:
    Given T1 starts unloaded
    And manager card M1 has the password 246810 and 3 tries
    And the host has opened a work order for T1

  @K-05
  Scenario: A card that three wrong passwords have blocked is told to the host at the next contact
    When the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 111111
    And the manager removes manager card M1
    And the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 111112
    And the manager removes manager card M1
    And the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 111113
    And the manager removes manager card M1
    And the manager downloads the master key to T1 with manager card M1
    Then manager card M1 has answered 6983
    And T1 shows "card blocked"
    And T1 has sent nothing
    When the power of T1 fails
    And the power of T1 returns
    And the manager downloads the master key to T1 with manager card M2
    Then the next 0800 from T1 has F60.3 449 and F62.DF41 8600000000000015
    And the host holds manager card M1 as blocked
    And the key download is approved
    When the clerk of T1 signs in
    Then T1 has sent 0800 6 times

  @K-06
  Scenario Outline: The card is pulled before the key is stored, <mode>
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And the host answers 5 s late
    When the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 246810
    And 3 s later
    And the manager removes manager card M1
    Then T1 shows "card removed"
    And the pad of T1 has wiped the card key
    And the pad of T1 has wiped the random numbers
    And the master key of T1 is EMPTY
    And T1 is unloaded
    And T1 has sent 0800 once

    Examples:
      | mode     |
      | LITERAL  |
      | HARDENED |

  @K-07
  Scenario: The password is not taken on the terminal's own keys
    When the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types 135790 on T1
    Then T1 shows "please use the PIN pad"
    And T1 has sounded the error tone 7 times
    And T1 has sent nothing
    And no answer of the pad of T1 holds a key
    And manager card M1 has 3 tries left
    When the manager types the card password 246810
    Then no answer of the pad of T1 holds a key
    When the shop comes to rest
    Then the key download is approved
    And no wire carries the card password in clear

  @K-17
  Scenario: A manager's card with a stripe only brings no key
    When the manager starts the master key download on T1
    And the manager swipes manager card M3
    Then T1 shows "IC operation manager card needed"
    And the key download is refused by the terminal
    And T1 has sent nothing
    And T1 is unloaded

  @F-13
  Scenario: An insider comes without a work order
    Given the host has no work order for T1
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is declined with D1
    And the master key of T1 is EMPTY
    And the HSM has received nothing for T1
    When the host has opened a work order for T1
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is approved

  @S-06
  Scenario: A damaged master key slot
    Given T2 starts loaded
    And T2 follows the policy autoSignIn = false
    And the master key slot of the pad of T2 is damaged
    When the clerk of T2 signs in
    Then T2 shows "master key error" with cause LOST
    And T2 has sent nothing
    And T2 is unloaded
