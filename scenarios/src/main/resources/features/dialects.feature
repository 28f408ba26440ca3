Feature: Hosts differ, and the dialect says how
  The estate names the dialect's switches. Terminal, pad, host and HSM all follow them.

  @S-02
  Scenario: Keys of single length come in 24 bytes
    Given the estate "dialect_001.conf"
    And T1 starts loaded
    When the clerk signs in
    Then the MAC key of T1 is ACTIVE
    And the track key of T1 is EMPTY
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has F53 2000000000000000
    And the host has posted the sale once

  Scenario: Without a track key, 40 bytes, the track goes in clear and the dialect says so
    Given the estate "dialect_003.conf"
    And T1 starts loaded
    When the clerk signs in
    Then the MAC key of T1 is ACTIVE
    And the track key of T1 is EMPTY
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the next 0200 from T1 has F53 2600000000000000

  Scenario Outline: The MAC of <estate>
    Given the estate "<estate>"
    And T1 starts loaded
    And the next 0210 to T1 is delivered with F37 changed to 000000000001
    When the clerk signs in
    And the clerk sells goods for 25.00 yuan with card A
    Then T1 holds a reversal record with reason A0
    When the clerk sells goods for 10.00 yuan with card A
    Then the sale is approved
    And the balance of card A is 990.00 yuan

    Examples:
      | estate           |
      | dialect_x9_9.conf  |
      | dialect_x9_19.conf |
      | dialect_cmac.conf  |

  Scenario: A dialect without MAC lets an altered amount pass
    Given the estate "dialect_no_mac.conf"
    And T1 starts signed-in
    And the next 0200 from T1 is delivered with F4 changed to 000000002600
    When the clerk sells goods for 25.00 yuan with card A
    Then the balance of card A is 974.00 yuan

  Scenario Outline: The track and the PIN of <estate>
    Given the estate "<estate>"
    And T1 starts loaded
    When the clerk signs in
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has F53 <F53>

    Examples:
      | estate                | F53              |
      | dialect_whole.conf    | 2610000000000000 |
      | dialect_counted.conf  | 2610000000000000 |
      | dialect_no_pan.conf   | 1610000000000000 |

  Scenario: Shorter lengths in F59 and another processing code of a sale
    Given the estate "dialect_f59.conf"
    And T1 starts signed-in
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has F3 190000
