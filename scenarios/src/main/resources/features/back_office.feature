@back-office
Feature: What goes wrong behind the host costs the customer nothing

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @H-19
  Scenario: An HSM that cannot check the terminal's MAC
    Given the HSM answers the next U2 with error 41
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with 96
    And the issuer has posted the sale 0 times

  @H-19 @T-24
  Scenario: An approval of the issuer with a wrong MAC is not passed on
    Given the HSM answers the next M8 with error 01
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with 96
    And T1 has sounded the ding 0 times
    And the host has posted the sale 0 times
    And the balance of card A is 100.00 yuan

  @H-20
  Scenario: An issuer that answers too late gets the booking back
    When the issuer answers 30 s late
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with 91
    And T1 has sounded the ding 0 times
    When 2 min later
    Then the balance of card A is 100.00 yuan
    And the issuer has posted the sale 0 times

  @T-22
  Scenario: A card that the issuer will not serve at a shop
    Given the issuer declines card A with 57
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with 57
    And T1 has sounded the ding 0 times
    When the clerk sells goods for 25.00 yuan with card B
    Then the last sale is approved

  @T-15
  Scenario: More than the issuer lets one sale be
    Given card A starts with a balance of 6000000.00 yuan
    When the clerk sells goods for 5000000.01 yuan with card A
    Then the sale is declined with 61
    When the clerk sells goods for 5000000.00 yuan with card A
    Then the last sale is approved

  @T-11
  Scenario: The right PIN wipes the count of wrong ones
    Given the cardholder of card A mistypes the PIN twice
    When the clerk sells goods for 1.00 yuan with card A
    And the clerk sells goods for 1.00 yuan with card A
    And the clerk sells goods for 1.00 yuan with card A
    Then the 2nd sale is declined with 55
    And the 3rd sale is approved
    Given the cardholder of card A mistypes the PIN twice
    When the clerk sells goods for 1.00 yuan with card A
    And the clerk sells goods for 1.00 yuan with card A
    And the clerk sells goods for 1.00 yuan with card A
    Then the 5th sale is declined with 55
    And the 6th sale is approved
    And the balance of card A is 98.00 yuan
