@keys
Feature: A terminal under DUKPT is inspected and taken away

  Background:
    Given T1 starts signed-in
    And manager card M1 has the password 246810 and 3 tries
    And card A starts with a balance of 100.00 yuan

  @O-02
  Scenario Outline: The report of an inspection goes out under the next KSN: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    When the clerk sells goods for 25.00 yuan with card A
    And the technician inspects T1 with manager card M1
    Then the inspection is approved
    And the last inspection of T1 is graded STRONG
    And the last 0800 from T1 has F60.3 460 and F57 <report>
    And the last 0800 from T1 has a good MAC
    When the clerk sells goods for 10.00 yuan with card A
    Then the last 0200 from T1 has F57 <sale>

    Examples:
      | scheme    | report                   | sale                     |
      | dukptTdes | FFFF9876540000200002     | FFFF9876540000200003     |
      | dukptAes  | 987654320000000100000002 | 987654320000000100000003 |

  Scenario: A report that could not be sent has a key of its own when it goes out
    Given T1 follows the policy keyScheme = dukptTdes
    And the line of T1 goes down
    When the technician inspects T1 with manager card M1
    Then T1 holds 1 inspection reports to be sent
    When the line of T1 comes back
    And the clerk settles
    And the clerk signs in
    Then T1 holds 0 inspection reports to be sent
    And T1 has been inspected once

  Scenario: A report under a KSN that is used is not noted
    Given T1 follows the policy keyScheme = dukptTdes
    When the technician inspects T1 with manager card M1
    And the 1st 0800 from T1 is replayed
    Then the last 0810 to T1 has F39 A0
    And T1 has been inspected once

  @K-34
  Scenario: A terminal that has taken leave has no device, no place at the host, and no way back
    Given T1 follows the policy keyScheme = dukptTdes
    When the technician decommissions T1
    Then T1 shows "terminal decommissioned"
    And the last 0800 from T1 has F60.3 447 and F57 FFFF9876540000200001
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is refused by the terminal
    When the clerk signs in
    Then T1 shows "key not loaded"

  @K-34
  Scenario: A lost answer leaves the terminal to say it once more, under the next KSN
    Given T1 follows the policy keyScheme = dukptTdes
    And the next 0810 to T1 is lost
    When the technician decommissions T1
    Then T1 shows "transaction timed out"
    When the technician decommissions T1
    Then T1 shows "terminal decommissioned"
    And the last 0800 from T1 has F57 FFFF9876540000200002
    And T1 is unloaded

  @K-34
  Scenario: Nobody takes leave for a terminal without the key of its KSN
    Given T1 follows the policy keyScheme = dukptTdes
    And the next 0800 from T1 is delivered with a wrong MAC
    When the technician decommissions T1
    Then T1 has never shown "terminal decommissioned"
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

  @K-34
  Scenario: Whoever kept a copy of the device is not let in when the terminal has taken leave
    Given T1 follows the policy keyScheme = dukptTdes
    And T9 starts signed-in
    And T9 is a clone of T1 with its keys
    And T9 follows the policy keyScheme = dukptTdes
    And the host does not check the serial number
    When the technician decommissions T1
    And the host has registered T1 as in service
    And the thief of T9 sells goods for 30.00 yuan with card A
    Then the sale of T9 is declined with 77
    And the balance of card A is 100.00 yuan
