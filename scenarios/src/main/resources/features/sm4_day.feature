@keys
Feature: A terminal with SM4 keys works its day
  Sign-in brings working keys of SM4 under a master key of SM4. PIN, track and MAC are under them, each with blocks of
  16 bytes; towards the switch the PIN goes on in the zone's own format.

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 100.00 yuan

  @T-10 @T-12
  Scenario: A sale is approved, its PIN block of 16 bytes in F62
    Given T1 follows the policy signInKeys = 006
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has F62 present and F52 absent
    And the last 0200 from T1 has F53 2310000000000000
    And the last 0200 from T1 has a good MAC
    And the last 0210 to T1 has a good MAC
    And the HSM has received V0 once
    And the HSM has received CA 0 times
    And the balance of card A is 75.00 yuan
    And no wire carries the PIN in clear
    And no wire carries the working keys in clear

  @T-11
  Scenario: A wrong PIN under SM4 is the issuer's to refuse
    Given T1 follows the policy signInKeys = 006
    And the cardholder of card A mistypes the PIN once
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is declined with 55
    When the clerk sells goods for 25.00 yuan with card A
    Then the 2nd sale is approved

  Scenario: A void, a lost answer, its reversal and the settlement under SM4
    Given T1 follows the policy signInKeys = 006
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk voids the sale
    Then the void is approved
    Given the next 0210 to T1 is lost
    When the clerk sells goods for 10.00 yuan with card A
    Then T1 holds a reversal record with reason 98
    When the clerk sells goods for 20.00 yuan with card A
    Then the 3rd sale is approved
    And T1 holds no reversal record
    And the balance of card A is 80.00 yuan
    When the clerk settles
    Then T1 and the host agree on the totals
    And the ledger owes the merchant of T1 20.00 yuan

  Scenario: A wrong MAC under SM4 is refused on both ends
    Given T1 follows the policy signInKeys = 006
    And the next 0210 to T1 is delivered with a wrong MAC
    When the clerk sells goods for 10.00 yuan with card A
    Then T1 holds a reversal record with reason A0
    Given the next 0200 from T1 is delivered with a wrong MAC
    When the clerk sells goods for 20.00 yuan with card A
    Then the 2nd sale is declined with A0
    And the balance of card A is 100.00 yuan

  Scenario: The terminal signs in anew and sells under the new keys
    Given T1 follows the policy signInKeys = 006
    When the clerk signs in
    Then the sign-in is approved
    And the last 0810 to T1 has F62 present
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has a good MAC

  Scenario: From an unloaded terminal to a sale with a PIN, all in SM2, SM3 and SM4
    Given T1 starts unloaded
    And the host has opened a work order for T1
    And the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    And the host follows the policy online.algorithm = SM2
    And T1 follows the policy online.algorithm = SM2
    And T1 follows the policy signInKeys = 006
    When the administrator chooses "online key download"
    And the administrator types 12345678
    Then the key download is approved
    When the clerk signs in
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has F53 2310000000000000
    And the last 0200 from T1 has a good MAC
    And the balance of card A is 75.00 yuan
    And no wire carries the master key in clear
