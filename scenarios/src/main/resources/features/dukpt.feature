@keys
Feature: A terminal under DUKPT has keys of its own for each transaction
  It signs in for no keys. Each request carries its key serial number (KSN); the host takes each number once.

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  Scenario Outline: Each sale is made under the next KSN, and its answer is proved under the same: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has F57 <first> and <PIN>
    And the last 0200 from T1 has a good MAC
    And the last 0210 to T1 has a good MAC
    When the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is approved
    And the last 0200 from T1 has F57 <second>
    And the balance of card A is 65.00 yuan
    And T1 has sent 0800 0 times
    And no wire carries the PIN in clear
    And no wire carries the working keys in clear

    Examples:
      | scheme    | first                    | second                   | PIN                        |
      | dukptTdes | FFFF9876540000200001     | FFFF9876540000200002     | F52 present and F62 absent |
      | dukptAes  | 987654320000000100000001 | 987654320000000100000002 | F62 present and F52 absent |

  Scenario Outline: The HSM brings the PIN to the zone key, and a wrong one is the issuer's to refuse: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    And the cardholder of card A mistypes the PIN once
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with 55
    When the clerk sells goods for 25.00 yuan with card A
    Then the 2nd sale is approved
    And the HSM has received G0 twice

    Examples:
      | scheme    |
      | dukptTdes |
      | dukptAes  |

  Scenario Outline: A balance inquiry and a void have keys of their own: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    When the clerk queries the balance of card A
    Then the balance inquiry is approved
    And the last 0200 from T1 has F57 <first>
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk voids the sale
    Then the void is approved
    And the last 0200 from T1 has F57 <third>
    And the balance of card A is 100.00 yuan

    Examples:
      | scheme    | first                    | third                    |
      | dukptTdes | FFFF9876540000200001     | FFFF9876540000200003     |
      | dukptAes  | 987654320000000100000001 | 987654320000000100000003 |

  Scenario Outline: A lost answer is reversed under the next KSN, before the next sale draws its own: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    And the next 0210 to T1 is lost
    When the clerk sells goods for 25.00 yuan with card A
    Then T1 holds a reversal record with reason 98
    When the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is approved
    And the last 0400 from T1 has F57 <second>
    And the last 0400 from T1 was sent before the last 0200 from T1
    And the last 0200 from T1 has F57 <third>
    And T1 holds no reversal record
    And the balance of card A is 90.00 yuan

    Examples:
      | scheme    | second                   | third                    |
      | dukptTdes | FFFF9876540000200002     | FFFF9876540000200003     |
      | dukptAes  | 987654320000000100000002 | 987654320000000100000003 |

  Scenario Outline: An answer whose MAC is wrong is not believed: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    And the next 0210 to T1 is delivered with one bit of F38 flipped
    When the clerk sells goods for 25.00 yuan with card A
    Then T1 holds a reversal record with reason A0

    Examples:
      | scheme    |
      | dukptTdes |
      | dukptAes  |

  @T-12
  Scenario Outline: A recorded sale is refused by its KSN alone: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    And the host does not check the trace number
    When the clerk sells goods for 25.00 yuan with card A
    And the 1st 0200 from T1 is replayed
    Then the last 0210 to T1 has F39 A0
    And the host has posted the sale once
    And the balance of card A is 75.00 yuan

    Examples:
      | scheme    |
      | dukptTdes |
      | dukptAes  |

  @T-12
  Scenario: A sale that arrives twice at once is answered once
    Given T1 follows the policy keyScheme = dukptTdes
    And the next 0200 from T1 is delivered twice
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the host has posted the sale once

  Scenario Outline: A KSN of another terminal is refused, good MAC or not: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    And T2 starts signed-in
    And T2 follows the policy keyScheme = <scheme>
    And the next 0200 from T1 is sent with F57 <of T2>
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with A0
    And the HSM has received nothing for T1
    And the host has posted the sale 0 times
    When the clerk of T2 sells goods for 10.00 yuan with card A
    Then the last 0200 from T2 has F57 <of T2>
    And the last 0210 to T2 has F39 00

    Examples:
      | scheme    | of T2                    |
      | dukptTdes | FFFF9876540000400001     |
      | dukptAes  | 987654320000000200000001 |

  Scenario Outline: A KSN that was altered on the line is refused: <how>
    Given T1 follows the policy keyScheme = dukptTdes
    And the next 0200 from T1 is delivered <how>
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with A0
    And the host has posted the sale 0 times
    When the clerk sells goods for 25.00 yuan with card A
    Then the 2nd sale is approved

    Examples:
      | how                                      |
      | with F57 changed to FFFF9876540000200009 |
      | with F57 changed to FFFF987654000020FFFF |
      | with F57 changed to 12                   |
      | without F57                              |

  Scenario Outline: A power cut of the terminal between request and answer repeats no KSN: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    And the power of T1 fails when it has sent the next 0200
    When the clerk sells goods for 25.00 yuan with card A
    And the power of T1 returns
    And the clerk sells goods for 10.00 yuan with card A
    Then the last 0400 from T1 has F57 <second>
    And the last 0200 from T1 has F57 <third>
    And the last 0210 to T1 has F39 00
    And the balance of card A is 90.00 yuan

    Examples:
      | scheme    | second                   | third                    |
      | dukptTdes | FFFF9876540000200002     | FFFF9876540000200003     |
      | dukptAes  | 987654320000000100000002 | 987654320000000100000003 |

  Scenario Outline: A power cut of the pad <moment> it stores the next key costs at most that key
    Given T1 follows the policy keyScheme = dukptTdes
    And the power of the pad of T1 fails <moment> it stores the working keys
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is refused by the terminal
    And T1 has sent 0200 0 times
    When the power of the pad of T1 returns
    And the clerk sells goods for 25.00 yuan with card A
    Then the 2nd sale is approved
    And the last 0200 from T1 has F57 <next>

    Examples:
      | moment      | next                 |
      | just before | FFFF9876540000200001 |
      | while       | FFFF9876540000200001 |
      | just after  | FFFF9876540000200002 |

  Scenario: A host whose power fails knows afterwards which KSN was used
    Given T1 follows the policy keyScheme = dukptTdes
    And the host does not check the trace number
    And the power of the host fails just after it stores the working keys
    When the clerk sells goods for 25.00 yuan with card A
    And the power of the host returns
    And the 1st 0200 from T1 is replayed
    Then the last 0210 to T1 has F39 A0
    And the host has posted the sale 0 times
    When the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is approved
    And the balance of card A is 90.00 yuan

  Scenario Outline: The counter skips what has too many one-bits: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    And T1 follows the policy dukptCounter = <counter>
    When the clerk sells goods for 25.00 yuan with card A
    Then the last 0200 from T1 has F57 <first>
    When the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is approved
    And the last 0200 from T1 has F57 <second>

    Examples:
      | scheme    | counter | first                    | second                   |
      | dukptTdes | 3FF     | FFFF98765400002003FF     | FFFF9876540000200400     |
      | dukptTdes | 7FE     | FFFF98765400002007FE     | FFFF9876540000200800     |
      | dukptAes  | FFFF    | 98765432000000010000FFFF | 987654320000000100010000 |
      | dukptAes  | 1FFFE   | 98765432000000010001FFFE | 987654320000000100020000 |

  Scenario Outline: A terminal whose keys are used up sells nothing until it is loaded again: <scheme>
    Given T1 follows the policy keyScheme = <scheme>
    And T1 follows the policy dukptCounter = <last>
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has F57 <first>
    When the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is refused by the terminal
    And T1 shows "master key error" with cause EXHAUSTED
    And T1 is unloaded
    And T1 has sent 0200 once
    When the technician injects the master key into T1 with the mother POS
    Then T1 is signed-in
    When the clerk sells goods for 10.00 yuan with card A
    Then the 3rd sale is approved
    And the last 0200 from T1 has F57 <reloaded>
    And the balance of card A is 65.00 yuan

    Examples:
      | scheme    | last     | first                    | reloaded                 |
      | dukptTdes | 1FF800   | FFFF98765400003FF800     | FFFF9876540000400001     |
      | dukptAes  | FFFF0000 | 9876543200000001FFFF0000 | 987654320000000200000001 |

  Scenario: A reversal that is open when the last key is used is sent after the next load
    Given T1 follows the policy keyScheme = dukptTdes
    And T1 follows the policy dukptCounter = 1FF800
    And the next 0210 to T1 is lost
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk sells goods for 10.00 yuan with card A
    Then T1 holds a reversal record with reason 98
    And T1 is unloaded
    When the technician injects the master key into T1 with the mother POS
    And the clerk sells goods for 10.00 yuan with card A
    Then T1 holds no reversal record
    And the last 0400 from T1 has F57 FFFF9876540000400001
    And the balance of card A is 90.00 yuan
