@line @faults
Feature: Whatever a line does to a message, money moves once or not at all

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @T-18
  Scenario: An answer that travels longer than a minute is too late
    Given the next 0210 to T1 is delayed by 61 s
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is unanswered
    And T1 has never shown "approved"
    When the clerk queries the balance of card A
    Then T1 shows "balance 100.00"
    And the sale is reversed

  @T-18
  Scenario: A request that comes after its own reversal is not booked
    Given the next 0200 from T1 is held back
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk queries the balance of card A
    And the held message is delivered
    Then the 1st 0400 from T1 has F11 of the sale
    And the sale is reversed
    And the last 0210 to T1 has F11 of the sale and F39 94
    And the host has posted the sale 0 times
    And the balance of card A is 100.00 yuan

  @T-18
  Scenario: A request that comes when nobody waits any more is reversed before the next sale
    Given the next 0200 from T1 is held back
    When the clerk sells goods for 25.00 yuan with card A
    And the held message is delivered
    Then the sale is unanswered
    And the host has posted the sale once
    When the clerk sells goods for 10.00 yuan with card A
    Then the 1st sale is reversed
    And the host has posted the 1st sale 0 times
    And the balance of card A is 90.00 yuan

  @T-18
  Scenario: An answer that is overtaken is too late
    Given the next 0210 to T1 is swapped with the next one
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk sells goods for 10.00 yuan with card A
    Then the 1st sale is reversed
    And the 2nd sale is approved
    And the balance of card A is 90.00 yuan

  @T-18
  Scenario Outline: An answer that is <harmed> approves nothing
    Given the next 0210 to T1 is <harmed>
    When the clerk sells goods for 25.00 yuan with card A
    Then T1 has never shown "approved"
    And T1 has sounded the ding 0 times
    When all faults end
    Then T1 is back at work within 1 min
    When the clerk restarts T1
    And the clerk sells goods for 10.00 yuan with card A
    Then the last sale is approved
    And the balance of card A is 90.00 yuan

    Examples:
      | harmed                                |
      | delivered with a wrong length         |
      | garbled by noise                      |
      | delivered with byte 20 changed to FF  |

  @T-01
  Scenario: A message in single bytes is a message
    Given the next 0200 from T1 is delivered byte by byte
    And the next 0210 to T1 is delivered byte by byte
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

  @T-06
  Scenario Outline: A sale over <profile> takes at most <time>
    Given the line of T1 has the profile <profile>
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the sale took at most <time>

    Examples:
      | profile | time |
      | 4G      | 5 s  |
      | GPRS    | 10 s |

  @H-20
  Scenario: The line comes back and the terminal goes on
    When the line of T1 goes down
    And the clerk sells goods for 25.00 yuan with card A
    Then T1 shows "no connection" with cause COMMUNICATION
    When all faults end
    Then T1 is back at work within 1 min
    When the clerk sells goods for 10.00 yuan with card A
    Then the last sale is approved
    And the balance of card A is 90.00 yuan

  @H-01
  Scenario: A pad that is not there any more is missed at once
    When the technician loosens the plug of the pad of T1
    Then the loss of the pad of T1 is reported within 1 s
