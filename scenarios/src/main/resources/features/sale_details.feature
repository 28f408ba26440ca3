@sale
Feature: What a sale shows, prints, sends and keeps to itself

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @T-02 @P-02
  Scenario: The stripe is read once and travels under the track key
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the next 0200 from T1 has F22 021 and F35 present and F52 present
    And the HSM has received UC once
    And no wire carries the track data in clear
    And no wire carries the PIN in clear

  @T-05
  Scenario: A card that cannot be read sounds nothing
    When the clerk starts a sale for 25.00 yuan
    And the cardholder swipes manager card M1
    Then T1 has sounded the du 0 times
    When the cardholder swipes card A
    Then T1 has sounded the du once

  @T-08
  Scenario: The receipt holds what a dispute needs
    When the clerk sells "tea" for 25.00 yuan with card A
    Then the last cardholder copy of T1 reads:
      | item        | text                |
      | merchant    | CORNER SHOP         |
      | product     | tea                 |
      | amount      | 25.00               |
      | card number | 622500******0014    |
      | voucher     | 000001              |
      | batch       | 000001              |
      | reference   | 607509000001        |
    And the last cardholder copy of T1 reads "2026/03/16 09:00"

  @T-31
  Scenario: The clerk cancels before a card is read
    When the clerk starts a sale for 25.00 yuan
    And the clerk cancels
    Then the sale is cancelled
    And T1 has sounded the du 0 times
    And T1 has sounded the ding 0 times
    And T1 has sent nothing

  @T-07
  Scenario: The shopping slip comes before the payment
    When the clerk sells "rice" for 12.50 yuan with card A
    Then T1 has printed the shopping slip once
    And the shopping slip was printed before the next 0200 from T1
    And the last shopping slip of T1 reads "rice"

  @T-10
  Scenario: A PIN has six digits
    When the clerk starts a sale for 25.00 yuan
    And the cardholder swipes card A
    And the cardholder types the PIN 12345
    Then the pad of T1 shows "PIN must have 6 digits, enter again"
    And T1 has sent nothing
    When the cardholder types the PIN 123456
    Then the sale is approved
    And the next 0200 from T1 has F52 present and F26 06

  @T-10
  Scenario: Seven digits are asked again as well
    When the clerk starts a sale for 25.00 yuan
    And the cardholder swipes card A
    And the cardholder types the PIN 1234567
    Then the pad of T1 shows "PIN must have 6 digits, enter again"
    And T1 has sent nothing

  @T-11
  Scenario: The issuer may say 38 instead, and the next day forgives
    Given the issuer follows the policy pinTriesCode = 38
    And the cardholder of card A mistypes the PIN 3 times
    When the clerk sells goods for 1.00 yuan with card A
    And the clerk sells goods for 1.00 yuan with card A
    And the clerk sells goods for 1.00 yuan with card A
    And the clerk sells goods for 1.00 yuan with card A
    Then the 4th sale is declined with 38
    When 24 h later
    And the clerk sells goods for 1.00 yuan with card A
    Then the 5th sale is approved

  @T-10
  Scenario: A PIN may be skipped where the card allows it
    Given the cardholder of card E skips the PIN
    When the clerk sells goods for 5.00 yuan with card E
    Then the sale is approved
    And the next 0200 from T1 has F22 022 and F52 absent

  @T-10
  Scenario: A PIN may not be skipped where the card wants it
    Given the cardholder of card A skips the PIN
    When the clerk sells goods for 5.00 yuan with card A
    Then the pad of T1 shows "PIN must have 6 digits, enter again"
    And the next 0200 from T1 has F22 021 and F52 present

  @T-11
  Scenario: The third wrong PIN closes the card for the day
    Given the cardholder of card A mistypes the PIN 3 times
    When the clerk sells goods for 1.00 yuan with card A
    And the clerk sells goods for 1.00 yuan with card A
    And the clerk sells goods for 1.00 yuan with card A
    And the clerk sells goods for 1.00 yuan with card A
    Then the 1st sale is declined with 55
    And the 4th sale is declined with 75
    And the balance of card A is 100.00 yuan

  @T-14 @T-24
  Scenario: The PIN changes keys on its way, and so does the MAC
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the HSM has translated the PIN of the sale from the PIN key to the zone PIN key
    And F52 differs on the two legs of the sale
    And F64 differs on the two legs of the sale
    And no wire carries the PIN in clear

  @T-15
  Scenario: The balance is shown, and no more than that can be spent
    When the clerk queries the balance of card A
    Then T1 shows "balance 100.00"
    And T1 shows "issuer 63010000"
    When the clerk sells goods for 100.01 yuan with card A
    Then the sale is declined with 51
    And T1 has sounded the ding 0 times

  @T-22
  Scenario Outline: A card that is <state> is declined with <code>
    Given the issuer has marked card A as <state>
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with <code>
    And T1 has sounded the ding 0 times
    And the host has posted the sale 0 times

    Examples:
      | state   | code |
      | expired | 54   |
      | stolen  | 43   |
      | unknown | 14   |

  @P-02
  Scenario: A day's work leaks nothing
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk queries the balance of card A
    And the clerk voids the sale
    And the clerk settles
    Then no wire carries the PIN in clear
    And no wire carries the track data in clear
    And no wire carries the master key in clear
    And no wire carries the working keys in clear
    And the balance of card A is 100.00 yuan

  @P-02
  Scenario Outline: Nothing leaks on the <line> line of <terminal>
    Given <terminal> starts signed-in
    When the clerk of <terminal> sells goods for 25.00 yuan with card A
    And the clerk of <terminal> signs in
    And the clerk of <terminal> settles
    Then the sale of <terminal> is approved
    And no wire carries the PIN in clear
    And no wire carries the track data in clear
    And no wire carries the working keys in clear

    Examples:
      | terminal | line      |
      | T3       | mobile    |
      | T4       | telephone |
