@reversal
Feature: A reversal stays open until the host has taken it

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @T-18
  Scenario: An answer that refuses the reversal does not close it
    Given the next 0210 to T1 is lost
    And the host answers the next 0400 with F39 96
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk sells goods for 10.00 yuan with card A
    Then T1 has sent 0400 twice
    And every 0400 from T1 has F39 98 and F11 of the 1st sale
    And T1 holds no reversal record
    And the balance of card A is 90.00 yuan

  @T-18 @T-13
  Scenario: An acknowledgement with a wrong MAC closes nothing and changes no reason
    Given the next 0210 to T1 is lost
    And the next 0410 to T1 is delivered with a wrong MAC
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk sells goods for 10.00 yuan with card A
    Then T1 has sent 0400 twice
    And every 0400 from T1 has F39 98 and F11 of the 1st sale
    And T1 holds no reversal record

  @T-18
  Scenario: A pad that cannot check the answer's MAC leaves a reversal with reason 06
    Given the host answers the next 0200 with F39 00 after 20 s
    When the clerk starts a sale for 25.00 yuan
    And the cardholder swipes card A
    And the cardholder types the PIN 123456
    And 2 s later
    And the pad of T1 stops answering
    And the shop comes to rest
    Then T1 shows "encryption module error"
    And T1 has sounded the ding 0 times
    And T1 holds a reversal record with reason 06

  @T-18
  Scenario: A reversal that is given up is printed, and the money stays where it is
    Given T1 follows the policy afterLastTry = printAndDrop
    And the host does not answer every 0400
    And the next 0210 to T1 is lost after the host has posted it
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk sells goods for 10.00 yuan with card A
    Then T1 has printed the reversal notice once
    And the last reversal notice of T1 reads:
      | item    | text   |
      | voucher | 000001 |
      | amount  | 25.00  |
    And the balance of card A is 65.00 yuan
    And the invariant 'one posting a sale' is broken by the 1st sale

  @T-18
  Scenario: A reversal that arrives twice is acknowledged twice and moves money once
    Given the next 0210 to T1 is lost
    And the next 0400 from T1 is delivered twice
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk queries the balance of card A
    Then the 2nd 0410 to T1 has F39 00
    And T1 has sent 0400 once
    And the balance of card A is 100.00 yuan

  @N-11
  Scenario: There is no settlement while a reversal is open, whatever else may be dropped
    Given T1 follows the policy afterLastTry = printAndDrop
    And the host does not answer every 0400
    And the next 0210 to T1 is lost
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk settles
    Then T1 shows "reversal still open"
    And T1 has sent 0500 0 times
    And T1 holds a reversal record with reason 98
