import { CanActivate, Injectable } from '@nestjs/common'

@Injectable()
export class FeatureGuard implements CanActivate {
  canActivate(): boolean {
    if (!flags.enabled('toys')) return false
    return true
  }
}
