@answers
Feature: The terminal believes an answer to its own request, and an approval only with its MAC

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @T-13
  Scenario: An approval whose MAC was taken off is refused
    Given the next 0210 to T1 is delivered without F64
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is refused by the terminal
    And T1 has never shown "approved"
    And T1 has sounded the ding 0 times
    And T1 holds a reversal record with reason A0

  @T-13
  Scenario: A stranger on the line cannot approve
    Given a stranger answers the next 0200 with F39 00
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is refused by the terminal
    And T1 has never shown "approved"
    And T1 holds a reversal record with reason A0
    And the balance of card A is 100.00 yuan

  @T-13
  Scenario Outline: A good answer with <what> is no answer to this request
    Given the host answers the next 0200 with <field> <value>
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is refused by the terminal
    And T1 shows "answer refused, not an answer to this request"
    And T1 has never shown "approved"
    And T1 holds a reversal record with reason 98

    Examples:
      | what                 | field | value           |
      | another trace number | F11   | 000099          |
      | another amount       | F4    | 000000000001    |
      | another terminal     | F41   | 10000002        |
      | another merchant     | F42   | 898110058120002 |

  @T-18
  Scenario: Bytes that are no message are no answer
    Given the host answers the next 0200 with the bytes 0102
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is unanswered
    When the clerk sells goods for 10.00 yuan with card A
    Then T1 has sent in this order:
      | message | fields                  |
      | 0400    | F39 98 and F11 000001   |
      | 0200    | F4 000000001000         |
    And the last sale is approved
    And the balance of card A is 90.00 yuan

  @T-12
  Scenario: One wrong byte of a MAC is enough
    Given the next 0200 from T1 is sent with F60 22000001000600
    And the next 0200 from T1 is delivered with one bit of F64 flipped
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with A0
    And the host has posted the sale 0 times

  @T-12 @T-13
  Scenario: Request and answer carry good MACs
    When the clerk sells goods for 25.00 yuan with card A
    Then the next 0200 from T1 has a good MAC
    And the next 0210 to T1 has a good MAC
