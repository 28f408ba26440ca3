@host
Feature: The host takes a request once, from the terminal it is bound to, in the batch that is open

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @T-12
  Scenario: A recorded sale is not booked a second time
    When the clerk sells goods for 25.00 yuan with card A
    And the 1st 0200 from T1 is replayed
    Then the last 0210 to T1 has F39 94
    And the host has posted the sale once
    And the balance of card A is 75.00 yuan

  @T-12
  Scenario: A sale that arrives twice at once is answered once
    Given the next 0200 from T1 is delivered twice
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the host has posted the sale once
    And the balance of card A is 75.00 yuan

  @N-09
  Scenario: A host that takes a number twice charges a card twice, and the totals tell
    Given the host does not check the trace number
    When the clerk sells goods for 25.00 yuan with card A
    And the 1st 0200 from T1 is replayed
    And the clerk settles
    Then the balance of card A is 50.00 yuan
    And the invariant 'one posting a sale' is broken
    And the last 0320 from T1 has F60.3 202

  @S-01
  Scenario: A sale in another batch is told to sign in
    Given the next 0200 from T1 is sent with F60.2 000009
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with 77
    And the host has posted the sale 0 times

  @F-04
  Scenario: Another merchant's number under a good MAC
    Given the next 0200 from T1 is sent with F42 898110058120002
    When the clerk sells goods for 25.00 yuan with card A
    Then the next 0200 from T1 has a good MAC
    And the sale is declined with 58
    And the issuer has posted the sale 0 times
    And the balance of card A is 100.00 yuan

  @T-19
  Scenario: A void of less than the whole sale
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    Given the next 0200 from T1 is sent with F4 000000000100
    When the clerk voids the sale
    Then the void is declined with 12
    And the HSM has received M6 once
    And the balance of card A is 75.00 yuan

  @T-19
  Scenario: A void of a sale that was declined
    Given the host answers the next 0200 with F39 51
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk sells goods for 25.00 yuan with card A
    Then the 1st sale is declined with 51
    Given the next 0200 from T1 is sent with F61.2 000001 and F37 absent
    When the clerk voids the 2nd sale
    Then the void is declined with 12
    And the balance of card A is 75.00 yuan

  @T-12
  Scenario: Bytes that nobody understands are not answered
    When T1 sends the bytes 60000300006031
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the next 0210 to T1 has F39 00 and F11 of the sale
