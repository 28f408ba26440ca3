@fraud @keys
Feature: A copy of a DUKPT device and its original cannot both sell under one number
  The copy has the device's state and so draws the same keys under the same numbers.

  Background:
    Given T1 starts signed-in
    And T9 starts signed-in
    And T9 is a clone of T1 with its keys
    And card A starts with a balance of 100.00 yuan

  @S-14
  Scenario Outline: The serial number gives the copy away, and a used KSN tells the original of it: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    And T9 follows the policy keyScheme = <scheme>
    When the thief of T9 sells goods for 30.00 yuan with card A
    Then the sale of T9 is declined with 58
    And the last 0200 from T9 has F57 <first>
    And the last 0200 from T9 has a good MAC
    And the host has seen 2 serial numbers under the number of T1
    When the clerk of T1 sells goods for 25.00 yuan with card A
    Then the sale of T1 is declined with A0
    And the last 0200 from T1 has F57 <first>
    When the clerk of T1 sells goods for 25.00 yuan with card A
    Then the 2nd sale of T1 is approved
    And the balance of card A is 75.00 yuan

    Examples:
      | scheme    | first                    |
      | dukptTdes | FFFF9876540000200001     |
      | dukptAes  | 987654320000000100000001 |

  Scenario: Where the host does not check the serial number, the one who comes second with a KSN is refused
    Given T1 follows the policy keyScheme = dukptTdes
    And T9 follows the policy keyScheme = dukptTdes
    And the host does not check the serial number
    When the clerk of T1 sells goods for 25.00 yuan with card A
    And the thief of T9 sells goods for 30.00 yuan with card A
    Then the sale of T9 is declined with A0
    And the last 0200 from T9 has F57 FFFF9876540000200001
    And the balance of card A is 75.00 yuan

  Scenario: A copy is worth nothing from the next load on
    Given T1 follows the policy keyScheme = dukptTdes
    And T9 follows the policy keyScheme = dukptTdes
    And the host does not check the serial number
    And the host does not check the trace number
    When the technician injects the master key into T1 with the mother POS
    And the clerk of T1 sells goods for 25.00 yuan with card A
    And the thief of T9 sells goods for 30.00 yuan with card A
    Then the sale of T9 is declined with A0
    And the last 0200 from T9 has F57 FFFF9876540000200001
    And the last 0200 from T1 has F57 FFFF9876540000400001
    And the balance of card A is 75.00 yuan
