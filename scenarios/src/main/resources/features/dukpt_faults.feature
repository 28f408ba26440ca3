@keys
Feature: What goes wrong between a terminal under DUKPT, its host and its loader

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  Scenario Outline: A reversal that arrives twice at once is answered once: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    And the next 0210 to T1 is lost after the host has posted it
    And the next 0400 from T1 is delivered twice
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is approved
    And T1 holds no reversal record
    And the 1st 0410 to T1 has F39 00
    And T1 has sent 0400 once
    And the balance of card A is 90.00 yuan

    Examples:
      | scheme    |
      | dukptTdes |
      | dukptAes  |

  Scenario: A reversal that was answered is refused when it comes again
    Given T1 follows the policy keyScheme = dukptTdes
    And the next 0210 to T1 is lost after the host has posted it
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk sells goods for 10.00 yuan with card A
    And the 1st 0400 from T1 is replayed
    Then the last 0410 to T1 has F39 A0
    And the balance of card A is 90.00 yuan

  Scenario Outline: A host whose power fails <moment> it closes the entry hears of the leave again
    Given T1 follows the policy keyScheme = dukptTdes
    And the power of the host fails <moment> it stores the <record>
    When the technician decommissions T1
    Then T1 has never shown "terminal decommissioned"
    When the power of the host returns
    And the technician decommissions T1
    Then T1 shows "terminal decommissioned"
    And T1 is unloaded

    Examples:
      | moment      | record         |
      | just before | terminal entry |
      | while       | terminal entry |
      | just after  | terminal entry |

  Scenario Outline: A load that fails leaves the terminal its keys: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    And every injection order to T1 is delivered with a wrong check value
    When the clerk sells goods for 25.00 yuan with card A
    And the technician injects the master key into T1 with the mother POS
    Then the loader PC shows "injection failed: 08 bad LRC"
    When the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is approved
    And the last 0200 from T1 has F57 <next>
    When all faults end
    And the technician injects the master key into T1 with the mother POS
    And the clerk sells goods for 10.00 yuan with card A
    Then the 3rd sale is approved
    And the last 0200 from T1 has F57 <loaded>

    Examples:
      | scheme    | next                     | loaded                   |
      | dukptTdes | FFFF9876540000200002     | FFFF9876540000600001     |
      | dukptAes  | 987654320000000100000002 | 987654320000000300000001 |

  Scenario Outline: A load that a power cut of the pad ends, <moment> it stores the device, leaves one of both
    Given T1 follows the policy keyScheme = dukptTdes
    And the clerk sells goods for 25.00 yuan with card A
    And the power of the pad of T1 fails <moment> it stores the working keys
    When the technician injects the master key into T1 with the mother POS
    Then the loader PC has never shown "key loaded"
    When the power of the pad of T1 returns
    And the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is approved
    And the last 0200 from T1 has F57 <next>

    Examples:
      | moment      | next                 |
      | just before | FFFF9876540000200002 |
      | while       | FFFF9876540000200002 |
      | just after  | FFFF9876540000400001 |

  Scenario: The keys of before are over with the first request under those of a load
    Given T1 follows the policy keyScheme = dukptTdes
    And the clerk sells goods for 25.00 yuan with card A
    And the next 0200 from T1 is held back
    When the clerk sells goods for 20.00 yuan with card A
    And the technician injects the master key into T1 with the mother POS
    And the clerk sells goods for 10.00 yuan with card A
    And the held message is delivered
    Then the last 0210 to T1 has F39 A0
    And the host has posted the sale once
