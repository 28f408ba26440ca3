@void
Feature: A void needs the supervisor, the terminal and the batch of its sale

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan
    And the clerk of T1 sells goods for 25.00 yuan with card A

  @T-19
  Scenario: The supervisor approves
    When the clerk voids the sale
    Then the void is approved
    And the balance of card A is 100.00 yuan
    And the host has posted the sale 0 times
    And the last 0200 from T1 has F3 200000 and F4 000000002500 and F61.2 000001

  @T-19
  Scenario: A wrong supervisor password
    When the clerk voids the sale with the supervisor password 111111
    Then T1 shows "wrong password"
    And T1 has sent 0200 once
    And the balance of card A is 75.00 yuan

  @T-19
  Scenario: Another terminal has no such sale
    Given T2 starts signed-in
    When the clerk of T2 voids the sale of T1
    Then T2 shows "no such transaction"
    And T2 has sent nothing

  @T-19
  Scenario: A sale is voided once
    When the clerk voids the sale
    And the clerk voids the sale
    Then T1 shows "already voided"
    And T1 has sent 0200 twice
    And the balance of card A is 100.00 yuan

  @T-19
  Scenario: A sale of a settled batch cannot be voided
    When the clerk settles
    And the clerk signs in
    And the clerk voids the 1st sale
    Then T1 shows "no such transaction"
    And T1 has sent 0200 once
    And the balance of card A is 75.00 yuan

  @F-16
  Scenario: All that a receipt shows does not make a void
    Given T9 is a clone of T1
    When the thief of T9 voids the sale of T1
    Then the void of T9 is declined with A0
    And every slip of T1 masks the card number
    And the balance of card A is 75.00 yuan
