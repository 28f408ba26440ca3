@keys
Feature: A pad that is probed takes its time
  From the fifth wrong check value or card password on the pad refuses keys and passwords: a minute, then two, then four.

  @P-11
  Scenario: Wrong check values
    Given T1 starts loaded
    And T1 follows the policy autoSignIn = false
    And every sign-in answer to T1 is delivered with a wrong check value
    When the clerk of T1 signs in
    And the clerk of T1 signs in
    And the clerk of T1 signs in
    And the clerk of T1 signs in
    And the clerk of T1 signs in
    Then T1 shows "working key download failed, confirm master key download"
    And the pad of T1 has never shown "pad locked"
    When all faults end
    And the clerk of T1 signs in
    Then the pad of T1 shows "pad locked"
    And T1 shows "encryption module error"
    And the MAC key of T1 is EMPTY
    When the power of the pad of T1 fails
    And the power of the pad of T1 returns
    And the clerk of T1 signs in
    Then the pad of T1 shows "pad locked"
    Given the next sign-in answer to T1 is delivered with a wrong check value
    When 1 min later
    And the clerk of T1 signs in
    Then T1 shows "working key download failed, confirm master key download"
    When 1 min later
    And the clerk of T1 signs in
    Then the pad of T1 shows "pad locked"
    When 1 min later
    And the clerk of T1 signs in
    Then the sign-in is approved

  @P-11
  Scenario: Wrong passwords of a card that would take more of them
    Given T1 starts unloaded
    And T1 follows the policy probeLimit = 2
    And manager card M1 has the password 246810 and 9 tries
    And the host has opened a work order for T1
    When the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 111111
    And the manager removes manager card M1
    And the manager starts the master key download on T1
    And the manager inserts manager card M1
    And the manager types the card password 111112
    And the manager removes manager card M1
    Then manager card M1 has 7 tries left
    When the manager downloads the master key to T1 with manager card M1
    Then the pad of T1 shows "pad locked"
    And manager card M1 has 7 tries left
    And T1 has sent nothing
    When 1 min later
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
