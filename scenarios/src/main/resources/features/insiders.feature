@fraud @operators
Feature: Who knows the passwords of delivery, and what the host makes of the wrong machine

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @S-11
  Scenario Outline: Parameters are not for operator <operator>
    When the thief of T1 logs in as operator <operator> with password <password>
    And the thief of T1 chooses "parameters"
    Then T1 does not offer "parameters"
    And T1 has never shown "terminal number"

    Examples:
      | operator | password |
      | 01       | 0000     |
      | 00       | 123456   |

  @S-11
  Scenario: Parameters are for operator 99, and looking changes nothing
    When the administrator logs in as operator 99 with password 12345678
    And the administrator chooses "parameters"
    Then T1 shows "terminal number"
    When the administrator presses "ENTER"
    Then T1 shows "merchant number"
    When the administrator presses "ENTER"
    Then T1 is signed-in

  @F-11
  Scenario: A thief gives the terminal another merchant's numbers
    Given T3 starts signed-in
    And the host has opened a work order for T3
    And the host has opened a work order for T1
    When the thief of T1 logs in as operator 00 with password 123456
    And the thief of T1 chooses "parameters"
    Then T1 does not offer "parameters"
    When the thief of T1 logs in as operator 99 with password 12345678
    And the thief of T1 chooses "parameters"
    And the thief of T1 types 10000003
    And the thief of T1 types 898110058120002
    Then T1 shows "numbers changed, terminal locked"
    And T1 is locked
    When the clerk of T1 restarts T1
    And the clerk of T1 sells goods for 25.00 yuan with card A
    Then the sale of T1 is refused by the terminal
    And T1 shows "terminal locked" with cause PARAMETERS
    And T1 has sent nothing
    When the manager of T1 downloads the master key to T1 with manager card M1
    Then the next 0800 from T1 has F41 10000003
    And the key download of T1 is declined with 97
    And the host has seen 2 serial numbers under the number of T3
    And T1 is locked
    When the administrator of T1 logs in as operator 99 with password 12345678
    And the administrator of T1 chooses "parameters"
    And the administrator of T1 types 10000001
    And the administrator of T1 types 898110054110001
    Then T1 is locked
    When the manager of T1 downloads the master key to T1 with manager card M1
    Then the key download of T1 is approved
    And T1 is loaded
    When the clerk of T1 logs in as operator 01 with password 0000
    And the clerk of T1 signs in
    And the clerk of T1 sells goods for 25.00 yuan with card A
    Then the sale of T1 is approved

  @D-16
  Scenario: The audit of the fleet lists who still uses the password of delivery
    Given T2 starts signed-in
    And T3 starts signed-in
    And T3 follows the policy operator.00 = 902341
    When the supervisor of T1 logs in as operator 00 with password 123456
    And the supervisor of T2 logs in as operator 00 with password 123456
    And the supervisor of T3 logs in as operator 00 with password 902341
    And the clerk of T3 logs in as operator 01 with password 0000
    Then the security audit lists exactly "T1, T2"

  @D-16
  Scenario: A change that is forced at the first log-in clears the list
    Given T1 follows the policy factoryPasswords = change
    And T2 starts signed-in
    And T2 follows the policy factoryPasswords = change
    When the supervisor of T1 logs in as operator 00 with password 123456
    Then T1 shows "choose a new password"
    When the supervisor of T1 types 123456
    And the supervisor of T1 types 123456
    Then T1 shows "4 to 8 digits, twice the same, not the old ones"
    When the supervisor of T1 types 246802
    And the supervisor of T1 types 246802
    Then T1 shows "operator 00 logged in"
    When the supervisor of T2 logs in as operator 00 with password 123456
    And the supervisor of T2 types 135791
    And the supervisor of T2 types 135791
    Then the security audit lists exactly ""
    When the clerk of T1 restarts T1
    And the supervisor of T1 logs in as operator 00 with password 123456
    Then T1 shows "wrong password"
    When the supervisor of T1 logs in as operator 00 with password 246802
    Then T1 shows "operator 00 logged in"
    And the security audit lists exactly ""

  @S-14
  Scenario: A copied number, with its keys, on a second machine
    Given T9 starts loaded
    And T9 is a clone of T1 with its keys
    When the clerk of T1 signs in
    Then the sign-in of T1 is approved
    When the thief of T9 signs in
    Then the sign-in of T9 is declined with 97
    And the last 0810 to T9 has F62 absent
    And the host has seen 2 serial numbers under the number of T1
    When the clerk of T1 sells goods for 25.00 yuan with card A
    Then the sale of T1 is approved
    And the host has seen 1 serial numbers under the number of T2

  @F-14
  Scenario: A machine without approval is not let in
    Given T2 starts loaded
    And T2 follows the policy certificate = 0000
    When the clerk of T2 signs in
    Then the sign-in of T2 is declined with 58
    And the last 0810 to T2 has F62 absent
    And T2 is loaded
    When the host does not check the certificate
    And the clerk of T2 signs in
    Then the sign-in of T2 is approved
