@operators
Feature: Who is logged in decides what a terminal does

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @S-11
  Scenario: A cashier signs in and sells, and gets no further
    When the clerk logs in as operator 02 with password 0000
    And the clerk signs in
    And the clerk sells goods for 5.00 yuan with card A
    Then the sign-in is approved
    And the sale is approved
    When the clerk chooses "remote update"
    Then T1 does not offer "remote update"
    When the clerk chooses "parameters"
    Then T1 does not offer "parameters"

  @S-11 @T-19
  Scenario: The supervisor approves voids and does not sell
    When the supervisor logs in as operator 00 with password 123456
    And the supervisor chooses "sale"
    Then T1 does not offer "sale"
    And T1 has sent nothing

  @S-11
  Scenario: A wrong password logs nobody in
    When the clerk logs in as operator 02 with password 9999
    Then T1 shows "wrong password"
    And T1 has never shown "operator 02 logged in"

  @T-31
  Scenario: The customer presses the red key instead of a PIN
    When the clerk starts a sale for 25.00 yuan
    And the cardholder swipes card A
    And the cardholder presses "CANCEL"
    Then the sale is cancelled
    And the cardholder of card A was asked for the PIN once
    And T1 has sent nothing
